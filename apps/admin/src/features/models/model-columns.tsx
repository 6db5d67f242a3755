import type { ModelOutput } from '@ai-providers/contracts';
import { Switch } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { Column } from '../../components/data-table.js';
import type { Fmt } from '../../i18n/fmt.js';
import { CapabilityChips } from './CapabilityChips.js';
import { Price, Tokens } from './Figures.js';
import { ModelName, ModelOrigin } from './ModelName.js';

interface Context {
  t: TFunction<'models'>;
  fmt: Fmt;
  /** Undefined until the first answer. */
  rows: readonly ModelOutput[] | undefined;
  /** What to expect until then, so that the outline has the columns of the table. */
  expectsDetails: boolean;
  onToggle: (model: ModelOutput) => void;
  onSetPrice: (model: ModelOutput) => void;
}

const chipsShown = 4;

/** What the server sent decides about the columns: a figure that is in no row has none. */
export function modelColumns({
  t,
  fmt,
  rows,
  expectsDetails,
  onToggle,
  onSetPrice,
}: Context): Array<Column<ModelOutput>> {
  const has = (holds: (model: ModelOutput) => boolean) => (rows?.length ? rows.some(holds) : expectsDetails);
  return [
    ...identityColumns(t),
    ...figureColumns(t, onSetPrice),
    ...(has(({ totalRequests }) => totalRequests !== undefined) ? [requestsColumn(t, fmt)] : []),
    ...(has(({ can }) => can.update) ? [activeColumn(t, onToggle)] : []),
  ];
}

function identityColumns(t: Context['t']): Array<Column<ModelOutput>> {
  return [
    {
      id: 'name',
      header: t('column.name'),
      sortKey: 'name',
      isRowHeader: true,
      render: (model) => <ModelName model={model} />,
      below: (model) => <ModelOrigin model={model} />,
    },
    {
      id: 'capabilities',
      header: t('column.capabilities'),
      minRoom: 720,
      render: ({ capabilities }) => <CapabilityChips capabilities={capabilities} max={chipsShown} />,
    },
  ];
}

function figureColumns(t: Context['t'], onSetPrice: Context['onSetPrice']): Array<Column<ModelOutput>> {
  const prices = (['pricingInput', 'pricingOutput'] as const).map((id): Column<ModelOutput> => ({
    id,
    header: t(`column.${id}`),
    sortKey: id,
    align: 'end',
    wraps: true,
    render: (model) => (
      <Price
        value={model[id]}
        onSet={model.can.update ? () => onSetPrice(model) : undefined}
        name={model.displayName}
      />
    ),
  }));
  return [
    ...prices,
    {
      id: 'contextWindow',
      header: t('column.contextWindow'),
      sortKey: 'contextWindow',
      align: 'end',
      minRoom: 820,
      render: ({ contextWindow }) => <Tokens value={contextWindow} />,
    },
    {
      id: 'maxTokens',
      header: t('column.maxTokens'),
      sortKey: 'maxTokens',
      align: 'end',
      minRoom: 1100,
      render: ({ maxTokens }) => <Tokens value={maxTokens} />,
    },
  ];
}

function requestsColumn(t: Context['t'], fmt: Fmt): Column<ModelOutput> {
  return {
    id: 'requests',
    header: t('column.requests'),
    sortKey: 'totalRequests',
    align: 'end',
    minRoom: 980,
    render: ({ totalRequests }) => totalRequests !== undefined && fmt.number(totalRequests),
  };
}

function activeColumn(t: Context['t'], onToggle: Context['onToggle']): Column<ModelOutput> {
  return {
    id: 'active',
    header: t('column.active'),
    render: (model) => (
      <Switch
        aria-label={t('list.activeSwitch', { name: model.displayName })}
        checked={model.isActive}
        disabled={!model.can.update}
        onChange={() => onToggle(model)}
      />
    ),
  };
}
