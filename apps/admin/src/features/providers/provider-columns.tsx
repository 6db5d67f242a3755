import type { ProviderOutput, SettingsOutput } from '@ai-providers/contracts';
import { Switch } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { Column } from '../../components/data-table.js';
import { SecretStatus } from '../../components/SecretStatus.js';
import { Time } from '../../components/Time.js';
import type { Fmt } from '../../i18n/fmt.js';
import { OwnKey, OwnUsage } from './OwnKey.js';
import classes from './ProviderFacts.module.css';
import { ProviderName } from './ProviderName.js';
import type { OwnStanding } from './useOwnStanding.js';

interface Context {
  t: TFunction<'providers'>;
  fmt: Fmt;
  /** Undefined until the first answer. */
  rows: readonly ProviderOutput[] | undefined;
  /** What to expect until then, so that the outline has the columns of the table. */
  expectsDetails: boolean;
  /** For those who are sent no details; empty until it has arrived. */
  own: OwnStanding;
  onToggle: (provider: ProviderOutput) => void;
}

/** What the server sent decides about the columns: a figure that is in no row has none. */
export function providerColumns({
  t,
  fmt,
  rows,
  expectsDetails,
  own,
  onToggle,
}: Context): Array<Column<ProviderOutput>> {
  const has = (holds: (provider: ProviderOutput) => boolean) => (rows?.length ? rows.some(holds) : expectsDetails);
  const name: Column<ProviderOutput> = {
    id: 'name',
    header: t('column.name'),
    sortKey: 'name',
    isRowHeader: true,
    render: (provider) => <ProviderName provider={provider} />,
  };
  const models: Column<ProviderOutput> = {
    id: 'models',
    header: t('column.models'),
    align: 'end',
    render: ({ models: { active, total } }) => (
      <span className={classes.oneLine}>
        {total === undefined ? fmt.number(active) : t('modelsOf', { active, total })}
      </span>
    ),
  };
  return [
    name,
    ...(has(({ sharedApiKey }) => sharedApiKey.readable !== undefined) ? [keyColumn(t)] : []),
    models,
    ...(has(({ totalRequests }) => totalRequests !== undefined) ? usageColumns(t, fmt) : ownColumns(t, own)),
    ...(has(({ can }) => can.update) ? [activeColumn(t, onToggle)] : []),
  ];
}

function keyColumn(t: Context['t']): Column<ProviderOutput> {
  return {
    id: 'key',
    header: t('column.key'),
    render: (provider) => <SecretStatus stored={provider.sharedApiKey} brief />,
  };
}

function usageColumns(t: Context['t'], fmt: Fmt): Array<Column<ProviderOutput>> {
  return [
    {
      id: 'requests',
      header: t('column.requests'),
      sortKey: 'totalRequests',
      align: 'end',
      minRoom: 610,
      render: ({ totalRequests }) => totalRequests !== undefined && fmt.number(totalRequests),
    },
    {
      id: 'lastUsed',
      header: t('column.lastUsed'),
      sortKey: 'lastUsedAt',
      minRoom: 720,
      render: ({ lastUsedAt }) => lastUsedAt !== undefined && <Time value={lastUsedAt} />,
    },
  ];
}

function ownColumns(t: Context['t'], own: OwnStanding): Array<Column<ProviderOutput>> {
  const render = (Part: (props: { own: SettingsOutput }) => ReactNode) =>
    function OwnCell({ slug }: ProviderOutput) {
      const settings = own.get(slug);
      return settings && <Part own={settings} />;
    };
  return [
    { id: 'ownKey', header: t('column.ownKey'), render: render(OwnKey) },
    { id: 'ownUsage', header: t('column.ownUsage'), align: 'end', render: render(OwnUsage) },
  ];
}

function activeColumn(t: Context['t'], onToggle: Context['onToggle']): Column<ProviderOutput> {
  return {
    id: 'active',
    header: t('column.active'),
    render: (provider) => (
      <Switch
        aria-label={t('list.activeSwitch', { name: provider.displayName })}
        checked={provider.isActive}
        disabled={!provider.can.update}
        onChange={() => onToggle(provider)}
      />
    ),
  };
}
