import type { DashboardOutput, SettingsOutput } from '@ai-providers/contracts';
import { Paper, Text, Title } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useId, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.js';
import { TextLink } from '../../components/links.js';
import { useFmt } from '../../i18n/fmt.js';
import classes from './Dashboard.module.css';
import { Figure } from './Figure.js';
import { NextSteps } from './NextSteps.js';
import { RequestsFigure } from './RequestsFigure.js';

interface Props {
  month: DashboardOutput['month'];
  own: NonNullable<DashboardOutput['own']>;
  LimitBar: ComponentType<{ settings: SettingsOutput }>;
}

/** For everybody who keeps no installation: their own requests, limits and next steps. */
export function OwnBoard({ month, own, LimitBar }: Props) {
  const { t } = useTranslation(['dashboard', 'keys']);
  const { settings, nextSteps } = own;
  if (settings.length === 0)
    return <EmptyState title={t('keys:emptyTitle')} text={t('keys:emptyText')} icon={<IconKey />} />;
  return (
    <div className={classes.board}>
      <OwnFigures month={month} settings={settings} />
      {nextSteps.length > 0 && <NextSteps steps={nextSteps} />}
      <Limits settings={settings} LimitBar={LimitBar} />
    </div>
  );
}

function OwnFigures({ month, settings }: { month: Props['month']; settings: readonly SettingsOutput[] }) {
  const { t } = useTranslation('dashboard');
  const fmt = useFmt();
  const open = settings.filter(({ key }) => key.allowed).length;
  return (
    <div className={classes.figures}>
      <RequestsFigure label={t('figure.ownRequests')} month={month} />
      <Figure
        label={t('figure.tokens')}
        value={fmt.compact(BigInt(month.inputTokens) + BigInt(month.outputTokens))}
        note={t('figure.tokensNote', {
          input: fmt.compact(month.inputTokens),
          output: fmt.compact(month.outputTokens),
        })}
      />
      <Figure
        label={t('figure.openProviders')}
        value={t('figure.ofAll', { active: fmt.number(open), total: fmt.number(settings.length) })}
        note={<TextLink to="/providers">{t('figure.toProviders')}</TextLink>}
      />
    </div>
  );
}

function Limits({ settings, LimitBar }: { settings: readonly SettingsOutput[]; LimitBar: Props['LimitBar'] }) {
  const { t } = useTranslation('dashboard');
  const heading = useId();
  return (
    <Paper component="section" withBorder radius="lg" p="md" className={classes.card} aria-labelledby={heading}>
      <Title order={2} id={heading}>
        {t('limits.title')}
      </Title>
      <ul className={classes.limits}>
        {settings.map((each) => (
          <li key={each.provider.slug} className={classes.limit}>
            <Text component="h3" m={0} fw={600} size="sm">
              <bdi>{each.provider.displayName}</bdi>
            </Text>
            <LimitBar settings={each} />
            <Text size="xs" c={each.key.allowed ? 'dimmed' : 'var(--mantine-color-orange-text)'}>
              {t(each.key.allowed ? `limits.${each.key.source ?? 'shared'}` : 'limits.noKey')}
            </Text>
          </li>
        ))}
      </ul>
      <TextLink to="/me/keys" size="sm">
        {t('limits.toKeys')}
      </TextLink>
    </Paper>
  );
}
