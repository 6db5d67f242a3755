import type { UsageFigures as Figures } from '@ai-providers/contracts';
import { Paper, Skeleton, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { ErrorState } from '../../components/ErrorState.js';
import { useFmt } from '../../i18n/fmt.js';
import { useUtcFmt } from '../../i18n/fmt-utc.js';
import { changeOf, errorRate } from './figures.js';
import classes from './Usage.module.css';
import type { Report } from './usage-context.js';
import { useShownFigures } from './useShownFigures.js';
import { useUsageSummary } from './useUsage.js';

const names = ['requests', 'errorRate', 'inputTokens', 'outputTokens', 'cost', 'latencyP50Ms', 'latencyP95Ms'] as const;
type Name = (typeof names)[number];

/** The sums of the range, each against the period before. */
export function UsageFigures({ report: { filters, by } }: { report: Report }) {
  const { t } = useTranslation('usage');
  const utc = useUtcFmt();
  const summary = useUsageSummary(filters, by);
  const { data } = summary;
  if (summary.isError && !data)
    return <ErrorState {...failureOf(summary.error)} onRetry={() => void summary.refetch()} />;
  const before = data && { from: utc.moment(data.before.from), to: utc.moment(data.before.to) };
  return (
    <section aria-label={t('figures')} aria-busy={summary.isFetching || undefined}>
      <dl className={classes.figures}>
        {names.map((name) => (
          <Paper key={name} withBorder radius="lg" p="md" component="div">
            <dt>{t(`figure.${name}`)}</dt>
            <dd>
              {data ? (
                <Figure name={name} now={data.total} before={data.before.total} />
              ) : (
                <Skeleton height={52} aria-hidden />
              )}
            </dd>
          </Paper>
        ))}
      </dl>
      <Text size="xs" c="dimmed" mt="xs">
        {before ? t('comparedWith', before) : ' '} {data?.total.cost === null && t('costHidden')}
      </Text>
    </section>
  );
}

interface FigureProps {
  name: Name;
  now: Figures;
  before: Figures;
}

function Figure({ name, now, before }: FigureProps) {
  const { t } = useTranslation('usage');
  const fmt = useFmt();
  const shown = useShownFigures();
  const value = name === 'errorRate' ? shown.errorRate(now) : shown[name](now);
  const read = (figures: Figures) =>
    name === 'errorRate' ? errorRate(figures) : figures[name] === null ? null : Number(figures[name]);
  const change = changeOf(read(now), read(before));
  return (
    <>
      <span className={classes.figure}>{value}</span>
      <Text span size="xs" c="dimmed">
        {change === null
          ? t('change.none')
          : t(changeWord(change), {
              percent: fmt.percent(Math.abs(change)),
            })}
      </Text>
    </>
  );
}

/** Less than half a per cent is told as none. */
function changeWord(change: number) {
  if (Math.abs(change) < 0.005) return 'change.same';
  return change > 0 ? 'change.more' : 'change.less';
}
