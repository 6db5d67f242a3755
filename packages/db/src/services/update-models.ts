import { Op } from 'sequelize';
import {
  capabilities,
  limits,
  modelConfig,
  type BulkResult,
  type BulkTarget,
  type Json,
  type JsonObject,
  type ModelBulkChange,
  type ModelFilter,
  type ModelPatch,
} from '@ai-providers/contracts';
import type { AuditOrigin } from '../audit/audited.js';
import { DomainError } from '../errors.js';
import { AIModel } from '../models/ai-model.js';
import { deleteModel } from './delete-model.js';
import { assertCount, inBulk, missingFrom } from './in-bulk.js';
import { byProvider, itsProvider, matchingModels } from './list-models.js';
import type { Scope } from './list-providers.js';
import { changeModel } from './update-model.js';

interface Found {
  models: AIModel[];
  /** A result for each id that leads to none. */
  missing: BulkResult[];
}

/** The models that a bulk change is for, in their order. */
export async function findBulkModels(target: BulkTarget<ModelFilter>, scope: Scope): Promise<Found> {
  const shared = { include: [itsProvider], order: byProvider() };
  if ('publicIds' in target) {
    const { publicIds } = target;
    const where = { [Op.and]: [{ publicId: publicIds }, await matchingModels({}, scope)] };
    const models = await AIModel.findAll({ where, ...shared });
    return { models, missing: missingFrom(models, publicIds) };
  }
  const where = await matchingModels(target.filter, scope);
  // One more than was seen tells that there are more.
  const models = await AIModel.findAll({ where, ...shared, limit: target.expectedCount + 1 });
  const found = models.length > target.expectedCount ? await AIModel.count({ where }) : models.length;
  assertCount(target.expectedCount, found);
  return { models, missing: [] };
}

/**
 * The next part of a change that is made in parts. To the top the last ones go first, part by part, too: each part
 * lands above the one before.
 */
export function partOfModels(models: readonly AIModel[], change: ModelBulkChange, atMost = models.length) {
  return 'moveTo' in change ? models.slice(-atMost) : models.slice(0, atMost);
}

/** Makes one change to many models. Those that are so already are left as they are. */
export async function updateModels(models: readonly AIModel[], change: ModelBulkChange, by: AuditOrigin) {
  const changed: string[] = [];
  const patchOf = (model: AIModel) => patchFor(model, change);
  const update = async (model: AIModel) => {
    if (isNoChange(model, await patchOf(model))) return;
    await changeModel(model.publicId, patchOf, by);
    changed.push(model.publicId);
  };
  // To the top goes the last one first, so that they keep their order there.
  if (!('moveTo' in change)) return { results: await inBulk(models, update), changed };
  return { results: (await inBulk(models.toReversed(), update)).reverse(), changed };
}

/** Deletes many models. */
export function deleteModels(models: readonly AIModel[], by: AuditOrigin): Promise<BulkResult[]> {
  return inBulk(models, ({ publicId }) => deleteModel(publicId, by));
}

/** What a change means for one model, as it is now. */
async function patchFor(model: AIModel, change: ModelBulkChange): Promise<ModelPatch> {
  if ('isActive' in change) return { isActive: change.isActive };
  if ('addCapability' in change) return { capabilities: inOrder([...model.capabilities, change.addCapability]) };
  if ('removeCapability' in change)
    return { capabilities: model.capabilities.filter((each) => each !== change.removeCapability) };
  if ('mergeConfig' in change) return { config: checked(merged(model.config, change.mergeConfig)) };
  return { sortOrder: await topPlace(model) };
}

function inOrder(held: AIModel['capabilities']): AIModel['capabilities'] {
  return capabilities.filter((each) => held.includes(each));
}

function isNoChange(model: AIModel, patch: ModelPatch): boolean {
  return Object.entries(patch).every(
    ([field, value]) => JSON.stringify(model.get(field as keyof AIModel)) === JSON.stringify(value), // a patch names columns
  );
}

/** Before the first of the provider's others; where it stands already, if it does. */
async function topPlace({ id, providerId, sortOrder }: AIModel): Promise<number> {
  const first = await AIModel.min<number | null, AIModel>('sortOrder', { where: { providerId, id: { [Op.ne]: id } } });
  if (first === null || sortOrder < first) return sortOrder;
  return Math.max(first - 1, -limits.int);
}

/** RFC 7396, JSON Merge Patch. */
function merged(target: Json | undefined, patch: JsonObject): JsonObject {
  const before: JsonObject = isObject(target) ? target : {};
  const kept = Object.entries(patch).filter(([, value]) => value !== null);
  const set = kept.map(([key, value]) => [key, isObject(value) ? merged(before[key], value) : value] as const);
  const untouched = Object.entries(before).filter(([key]) => patch[key] !== null);
  return { ...Object.fromEntries(untouched), ...Object.fromEntries(set) };
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Each part may be sound and the whole too large. */
function checked(config: JsonObject): JsonObject {
  if (modelConfig.safeParse(config).success) return config;
  throw new DomainError('CONFIG_INVALID', 'The configuration would not be valid', { field: 'config' });
}
