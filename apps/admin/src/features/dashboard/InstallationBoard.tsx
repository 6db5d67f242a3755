import type { DashboardOutput } from '@ai-providers/contracts';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../components/links.js';
import { useFmt } from '../../i18n/fmt.js';
import { Attention } from './Attention.js';
import classes from './Dashboard.module.css';
import { Deeds } from './Deeds.js';
import { Figure } from './Figure.js';
import type { Range } from './range.js';
import { RequestsChart } from './RequestsChart.js';
import { RequestsFigure } from './RequestsFigure.js';
import { SetupList } from './SetupList.js';

type Installation = NonNullable<DashboardOutput['installation']>;

interface Props {
  month: DashboardOutput['month'];
  installation: Installation;
  range: Range;
  onRange: (range: Range) => void;
  /** The newest entries of the audit log. */
  LatestDeeds: ComponentType<{ count: number }>;
}

const shownDeeds = 8;

/** For super admins. A new installation shows what to do first, and no figures of nothing. */
export function InstallationBoard({ month, installation, range, onRange, LatestDeeds }: Props) {
  const { attention, moreAttention, setup } = installation;
  if (setup && isNew(month, setup)) return <SetupList steps={setup} />;
  return (
    <div className={classes.board}>
      {setup && <SetupList steps={setup} />}
      <Figures month={month} installation={installation} />
      <RequestsChart range={range} onRange={onRange} />
      <div className={classes.pair}>
        <Attention items={attention} more={moreAttention} />
        <Deeds>
          <LatestDeeds count={shownDeeds} />
        </Deeds>
      </div>
    </div>
  );
}

function isNew(month: Props['month'], setup: NonNullable<Installation['setup']>): boolean {
  const hasKey = setup.some(({ step, done }) => step === 'key' && done);
  return !hasKey && month.requests === '0' && month.requestsBefore === '0';
}

function Figures({ month, installation }: Pick<Props, 'month' | 'installation'>) {
  const { t } = useTranslation('dashboard');
  const fmt = useFmt();
  const { providers, activeModels, adminsNearLimit } = installation;
  return (
    <div className={classes.figures}>
      <RequestsFigure label={t('figure.requests')} month={month} />
      <Figure
        label={t('figure.providers')}
        value={t('figure.ofAll', { active: fmt.number(providers.active), total: fmt.number(providers.total) })}
        note={<TextLink to="/providers">{t('figure.toProviders')}</TextLink>}
      />
      <Figure
        label={t('figure.models')}
        value={fmt.number(activeModels)}
        note={<TextLink to="/models">{t('figure.toModels')}</TextLink>}
      />
      <Figure
        label={t('figure.nearLimit')}
        value={fmt.number(adminsNearLimit)}
        note={t('figure.nearLimitNote', { percent: fmt.percent(0.8) })}
      />
    </div>
  );
}
