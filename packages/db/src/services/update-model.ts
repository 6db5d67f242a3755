import type { ModelPatch } from '@ai-providers/contracts';
import { audited, type AuditOrigin } from '../audit/audited.js';
import { changesOf } from '../audit/changes.js';
import { AIModel } from '../models/ai-model.js';
import { AIProvider } from '../models/ai-provider.js';
import { assertWindowHolds, modelTarget } from './create-model.js';
import { lockRecord } from './lock-record.js';

/** Changes a model. Absent fields keep what is stored. */
export function updateModel(
  publicId: string,
  patch: ModelPatch,
  by: AuditOrigin,
  expectedUpdatedAt?: string,
): Promise<AIModel> {
  return changeModel(publicId, () => patch, by, expectedUpdatedAt);
}

/** The same, where the change rests on what is stored: `patchOf` is asked once nobody else can change it. */
export async function changeModel(
  publicId: string,
  patchOf: (stored: AIModel) => ModelPatch | Promise<ModelPatch>,
  by: AuditOrigin,
  expectedUpdatedAt?: string,
): Promise<AIModel> {
  return audited(by, async () => {
    const model = await lockRecord(AIModel, publicId, expectedUpdatedAt);
    model.set(await patchOf(model));
    assertWindowHolds(model);
    const changes = changesOf(model);
    await model.save();
    model.provider = (await AIProvider.findByPk(model.providerId)) ?? undefined;
    return [model, { action: 'model.update', target: modelTarget(model), changes }];
  });
}
