import { auditActions, auditWays } from '@ai-providers/contracts/names';
import { NativeSelect, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me.js';
import { DateRange } from '../../components/DateRange.js';
import { FilterSelect } from '../../components/FilterSelect.js';
import { eventName } from './event-name.js';
import { groups, presetNames } from './groups.js';
import { nameOf } from './name-of.js';
import { useActorChoices } from './useAudit.js';
import { useAuditSearch } from './useAuditSearch.js';

const types = ['provider', 'model', 'settings', 'user', 'token', 'catalogue', 'system'] as const;

/** What the log can be narrowed by. */
export function AuditFilterFields() {
  const { t } = useTranslation('audit');
  const { search, filter } = useAuditSearch();
  const seesAll = useMay('audit.readAny');
  const { from, to } = search;
  return (
    <>
      <EventSelect />
      {seesAll && <ActorSelect />}
      <FilterSelect
        label={t('filter.type')}
        any={t('filter.anyType')}
        options={types.map((value) => ({ value, label: t(`type.${value}`) }))}
        value={types.find((each) => each === search.type)}
        onChange={(type) => filter({ type })}
      />
      <FilterSelect
        label={t('filter.via')}
        any={t('filter.anyVia')}
        options={auditWays.map((value) => ({ value, label: t(`via.${value}`) }))}
        value={search.via}
        onChange={(via) => filter({ via })}
      />
      <DateRange
        label={t('filter.days')}
        value={from !== undefined || to !== undefined ? { from, to } : null}
        onChange={(days) => filter({ from: days?.from, to: days?.to })}
      />
      <Switch
        label={t('filter.utcSwitch')}
        checked={search.zone === 'utc'}
        onChange={({ currentTarget: { checked } }) => filter({ zone: checked ? 'utc' : undefined })}
      />
    </>
  );
}

function EventSelect() {
  const { t } = useTranslation('audit');
  const { search, filter } = useAuditSearch();
  const choice = (value: string) => ({ value, label: eventName(t, value) });
  return (
    <NativeSelect
      aria-label={t('filter.event')}
      value={search.event ?? ''}
      onChange={({ currentTarget: { value } }) => filter({ event: value || undefined })}
      data={[
        { value: '', label: t('filter.anyEvent') },
        { group: t('filter.ready'), items: presetNames.map(choice) },
        { group: t('filter.groups'), items: groups.map(({ name }) => choice(name)) },
        { group: t('filter.single'), items: auditActions.map(choice) },
      ]}
    />
  );
}

function ActorSelect() {
  const { t } = useTranslation('audit');
  const { search, filter } = useAuditSearch();
  const options = useActorChoices(true).map(({ publicId, name, email }) => ({
    value: publicId,
    label: nameOf(name, email),
  }));
  // The address may name one that is not among the choices, or not yet.
  const missing = search.actor !== undefined && !options.some(({ value }) => value === search.actor);
  return (
    <FilterSelect
      label={t('filter.actor')}
      any={t('filter.anyActor')}
      options={missing ? [{ value: search.actor ?? '', label: search.actor ?? '' }, ...options] : options}
      value={search.actor}
      onChange={(actor) => filter({ actor })}
    />
  );
}
