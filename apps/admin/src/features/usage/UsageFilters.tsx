import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateRange } from '../../components/DateRange.js';
import { FilterBar } from '../../components/FilterBar.js';
import { FilterSelect } from '../../components/FilterSelect.js';
import { useUtcFmt } from '../../i18n/fmt-utc.js';
import type { Report } from './usage-context.js';
import { utcDay } from './usage-range.js';
import { usageRanges, type RangeName } from './usage-search.js';
import { useActiveFilters } from './useActiveFilters.js';
import { useFilterChoices } from './useFilterChoices.js';
import { useLastMoment, useNow } from './useNow.js';

const grains = ['hour', 'day', 'month'] as const;
const keySources = ['shared', 'personal'] as const;
const outcomes = ['ok', 'error', 'expired', 'open'] as const;

/** What is counted. All of it stands in the address. */
export function UsageFilters({ report }: { report: Report }) {
  const active = useActiveFilters(report);
  const clear = () => report.onSearch(Object.fromEntries(active.map(({ id }) => [id, undefined])));
  return (
    <FilterBar active={active} onClear={active.length > 1 ? clear : undefined}>
      <RangeChoice report={report} />
      <Whose report={report} />
      <Which report={report} />
    </FilterBar>
  );
}

function Whose({ report }: { report: Report }) {
  const { t } = useTranslation('usage');
  const { search, onSearch, isOfProvider, seesOthers, filters } = report;
  const { providers, models, admins } = useFilterChoices(report);
  return (
    <>
      {!isOfProvider && (
        <FilterSelect
          label={t('by.provider')}
          any={t('filter.anyProvider')}
          options={providers}
          value={search.provider}
          onChange={(provider) => onSearch({ provider, model: undefined })}
        />
      )}
      {(filters.provider ?? filters.model) !== undefined && (
        <FilterSelect
          label={t('by.model')}
          any={t('filter.anyModel')}
          options={models}
          value={search.model}
          onChange={(model) => onSearch({ model })}
        />
      )}
      {seesOthers && (
        <FilterSelect
          label={t('by.admin')}
          any={t('filter.anyAdmin')}
          options={admins}
          value={search.admin}
          onChange={(admin) => onSearch({ admin })}
        />
      )}
    </>
  );
}

function Which({ report: { search, onSearch } }: { report: Report }) {
  const { t } = useTranslation('usage');
  return (
    <>
      <FilterSelect
        label={t('by.keySource')}
        any={t('filter.anyKey')}
        options={keySources.map((value) => ({ value, label: t(`keySource.${value}`) }))}
        value={search.keySource}
        onChange={(keySource) => onSearch({ keySource })}
      />
      <FilterSelect
        label={t('filter.outcome')}
        any={t('filter.anyOutcome')}
        options={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        value={search.outcome}
        onChange={(outcome) => onSearch({ outcome })}
      />
      <FilterSelect
        label={t('grain.label')}
        any={t('grain.auto')}
        options={grains.map((value) => ({ value, label: t(`grain.${value}`) }))}
        value={search.grain}
        onChange={(grain) => onSearch({ grain })}
      />
    </>
  );
}

/** The range by its name, and for days of one's own a calendar. */
function RangeChoice({ report: { search, onSearch, filters } }: { report: Report }) {
  const { t } = useTranslation('usage');
  const today = utcDay(useNow());
  const from = utcDay(filters.from);
  const to = utcDay(useLastMoment(filters));
  const choose = (range: RangeName = '30d') =>
    onSearch({
      range: range === '30d' ? undefined : range,
      ...(range === 'custom' ? { from, to } : { from: undefined, to: undefined }),
    });
  return (
    <>
      <FilterSelect
        label={t('range.label')}
        any={t('range.30d')}
        options={usageRanges.filter((each) => each !== '30d').map((value) => ({ value, label: t(`range.${value}`) }))}
        value={search.range}
        onChange={choose}
      />
      {search.range === 'custom' && (
        <DateRange
          label={t('range.label')}
          value={{ from, to }}
          max={today}
          onChange={(custom) => (custom ? onSearch({ range: 'custom', ...custom }) : choose())}
        />
      )}
    </>
  );
}

/** The range in full, and whose clock its days have. */
export function RangeWords({ filters }: Pick<Report, 'filters'>) {
  const { t } = useTranslation('usage');
  const utc = useUtcFmt();
  const last = useLastMoment(filters);
  return (
    <Text size="sm" c="dimmed">
      {t('range.words', { from: utc.date(filters.from), to: utc.date(last) })}
    </Text>
  );
}
