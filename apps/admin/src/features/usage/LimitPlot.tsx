import type { SettingsOutput } from '@ai-providers/contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { useMe } from '../../api/me.js';
import { ChartCard } from '../../components/ChartCard.js';
import { useFmt } from '../../i18n/fmt.js';
import { useUtcFmt } from '../../i18n/fmt-utc.js';
import { useMinute } from '../../components/minute.js';
import { burnDownOf, type BurnDown } from './burn-down.js';
import type { Report } from './usage-context.js';
import { monthStart, utcDay } from './usage-range.js';
import { useFilterChoices } from './useFilterChoices.js';
import type { PlotProps } from './UsagePlots.js';
import { useLimits, useUsageSeries } from './useUsage.js';

/**
 * This month against the limit of one provider: of the one that is filtered by, else of the one nearest to its limit. It
 * is the limit of the admin who is filtered by, else one's own, also under everybody's figures; the title says whose.
 */
export function LimitPlot({ report, table }: PlotProps) {
  const { t } = useTranslation('usage');
  const { filters } = report;
  const me = useMe().data?.user.publicId;
  const limits = useLimits(filters.admin);
  const chosen = limits.data && nearest(limits.data, filters.provider);
  const from = `${monthStart(utcDay(useMinute()), 'gregorian')}T00:00:00.000Z`;
  const admin = filters.admin ?? me;
  const asked = { from, admin, provider: chosen?.provider.slug, groupBy: 'none', grain: 'day' } as const;
  const month = useUsageSeries(asked, chosen !== undefined && admin !== undefined);
  const failed = limits.isError ? limits : month.isError ? month : null;
  const burn = chosen && month.data ? burnDownOf(month.data, chosen.monthlyLimit) : undefined;
  return (
    <ChartCard
      title={useTitle(report, me, chosen?.provider.displayName)}
      chart={useLimitChart(burn, chosen?.monthlyLimit, limits.data !== undefined && !chosen)}
      empty={t('limit.none')}
      note={burn && chosen && <Forecast burn={burn} settings={chosen} />}
      failure={failed && failureOf(failed.error)}
      onRetry={() => void failed?.refetch()}
      table={table}
    />
  );
}

function useTitle(report: Report, me: string | undefined, provider: string | undefined): string {
  const { t } = useTranslation('usage');
  const { admins } = useFilterChoices(report);
  const { admin: of } = report.filters;
  if (of === undefined || of === me) {
    return provider === undefined ? t('plot.ownLimit') : t('plot.ownLimitOf', { provider });
  }
  const admin = admins.find(({ value }) => value === of)?.label ?? of;
  return provider === undefined ? t('plot.limit', { admin }) : t('plot.limitOf', { admin, provider });
}

type Limited = SettingsOutput & { monthlyLimit: number };

function nearest(all: readonly SettingsOutput[], slug: string | undefined): Limited | undefined {
  const share = ({ monthlyUsage, monthlyLimit }: Limited) => monthlyUsage / monthlyLimit;
  return all
    .filter(({ provider }) => slug === undefined || provider.slug === slug)
    .filter((each): each is Limited => each.monthlyLimit !== null && each.monthlyLimit > 0)
    .sort((a, b) => share(b) - share(a))[0];
}

function useLimitChart(burn: BurnDown | undefined, limit: number | undefined, isEmpty: boolean) {
  const { t } = useTranslation('usage');
  const fmt = useFmt();
  const bucket = useUtcFmt().bucket('day');
  const shared = { kind: 'lines', formatBucket: bucket, formatValue: fmt.number, formatTick: fmt.compact } as const;
  if (isEmpty) return { ...shared, buckets: [], series: [] };
  if (!burn || limit === undefined) return undefined;
  return {
    ...shared,
    buckets: burn.days,
    series: [
      { key: 'used', label: t('limit.used'), values: burn.used },
      { key: 'pace', label: t('limit.pace'), values: burn.pace },
    ],
    level: { value: limit, label: t('limit.level', { limit: fmt.number(limit) }) },
  };
}

function Forecast({ burn, settings }: { burn: BurnDown; settings: Limited }) {
  const { t } = useTranslation('usage');
  const fmt = useFmt();
  const utc = useUtcFmt();
  const { monthlyUsage, monthlyLimit, resetsAt } = settings;
  const counts = { used: fmt.number(monthlyUsage), limit: fmt.number(monthlyLimit), restart: utc.date(resetsAt) };
  const forecast = () => {
    if (monthlyUsage >= monthlyLimit) return t('limit.reached');
    if (burn.reachedAt !== null) return t('limit.reachedAt', { date: utc.date(burn.reachedAt) });
    return t('limit.expected', { expected: fmt.number(burn.expected) });
  };
  return (
    <Text size="sm">
      {t('limit.counts', counts)} {forecast()}
    </Text>
  );
}
