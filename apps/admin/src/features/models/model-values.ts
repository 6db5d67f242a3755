import {
  modelCreateInput,
  modelPatch,
  type Capability,
  type ModelCreateInput,
  type ModelOutput,
  type ModelPatch,
} from '@ai-providers/contracts';
import type { UseFormReturnType } from '@mantine/form';
import { changedFields } from '../../api/changed-fields.js';
import { configOf, configText } from '../../api/config-text.js';
import { integerOf } from '../../i18n/digits.js';
import { perMillion, pricePer, shortPrice, type PriceUnit } from './price.js';
import { inUnit, withoutScheduled, withScheduled, type ScheduledPrice } from './scheduled-prices.js';

/** What the form holds: numbers and prices as text. A type, because forms are records and interfaces are none. */
export type ModelValues = {
  /** The slug; a stored model stays with its provider. */
  provider: string;
  modelId: string;
  name: string;
  displayName: string;
  capabilities: Capability[];
  contextWindow: string;
  maxTokens: string;
  /** What the prices here are for. */
  priceUnit: PriceUnit;
  pricingInput: string;
  pricingOutput: string;
  /** Kept in the config, and shown beside the prices. */
  scheduled: ScheduledPrice[];
  config: string;
  sortOrder: string;
  isActive: boolean;
};
export type ModelForm = UseFormReturnType<ModelValues>;

const perMillionTokens = { priceUnit: 'million' } as const;

export function blankModel(provider: string): ModelValues {
  return {
    provider,
    modelId: '',
    name: '',
    displayName: '',
    capabilities: ['chat'],
    contextWindow: '',
    maxTokens: '',
    priceUnit: 'million',
    pricingInput: '',
    pricingOutput: '',
    scheduled: [],
    config: '{}',
    sortOrder: '0',
    isActive: true,
  };
}

/** A stored model as the form holds it, its prices for a unit of the form's own. */
export function valuesOf(
  model: ModelOutput,
  { priceUnit }: Pick<ModelValues, 'priceUnit'> = perMillionTokens,
): ModelValues {
  const [config, scheduled] = withoutScheduled(model.config ?? {});
  const price = (stored: string | null) => pricePer(priceUnit, shortPrice(stored ?? ''));
  return {
    provider: model.provider.slug,
    modelId: model.modelId,
    name: model.name,
    displayName: model.displayName,
    capabilities: model.capabilities,
    contextWindow: textOf(model.contextWindow),
    maxTokens: textOf(model.maxTokens),
    priceUnit,
    pricingInput: price(model.pricingInput),
    pricingOutput: price(model.pricingOutput),
    scheduled: inUnit(scheduled, 'million', priceUnit),
    config: configText(config),
    sortOrder: String(model.sortOrder),
    isActive: model.isActive,
  };
}

export function toCreateInput(values: ModelValues): ModelCreateInput {
  const { displayName, ...rest } = toPatch(values);
  const { provider, name, modelId, capabilities } = values;
  const named = values.displayName.trim() !== '' && { displayName };
  return { ...rest, provider, name, modelId, capabilities, ...named };
}

/** Every field, as an update would take it. */
export function toPatch({ provider: _, priceUnit, scheduled, ...values }: ModelValues): ModelPatch {
  return {
    ...values,
    contextWindow: integerOf(values.contextWindow),
    maxTokens: integerOf(values.maxTokens),
    pricingInput: priceOf(values.pricingInput, priceUnit),
    pricingOutput: priceOf(values.pricingOutput, priceUnit),
    config: withScheduled(configOf(values.config), scheduled, priceUnit),
    sortOrder: integerOf(values.sortOrder) ?? 0,
  };
}

/** Only what differs from the stored model. */
export function changesTo(stored: ModelOutput, values: ModelValues): ModelPatch {
  return changedFields(toPatch(valuesOf(stored)), toPatch(values));
}

/** A new model that begins as a copy; its id is its own. */
export function copyOf(model: ModelOutput): ModelValues {
  return { ...valuesOf(model), modelId: '' };
}

/** Where the form shows a field that the contract knows by another path. */
export const shownAt = (path: string): string => path.replace(/^config\.pricing\.scheduled\./, 'scheduled.');

/** Output is part of the context window. The server keeps this rule; the form tells it before. */
export function outputExceedsContext(input: Pick<ModelPatch, 'maxTokens' | 'contextWindow'>): boolean {
  const { maxTokens, contextWindow } = input;
  return Boolean(maxTokens && contextWindow && maxTokens > contextWindow);
}

const fits = (input: ModelPatch) => !outputExceedsContext(input);
const aboveContext = { path: ['maxTokens'], params: { reason: 'MAX_TOKENS_ABOVE_CONTEXT' } };

/** The contract's own schemas, with the rule that joins two of their fields. */
export const createSchema = modelCreateInput.refine(fits, aboveContext);
export const patchSchema = modelPatch.refine(fits, aboveContext);

function textOf(count: number | null): string {
  return count === null ? '' : String(count);
}

function priceOf(typed: string, unit: PriceUnit): string | null {
  return typed.trim() === '' ? null : shortPrice(perMillion(unit, typed));
}
