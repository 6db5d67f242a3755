import type { ModelPatch } from '@ai-providers/contracts';
import { audited, type AuditOrigin } from '../audit/audited.js';
import { changesOf } from '../audit/changes.js';
import { AIModel } from '../models/ai-model.js';
import { AIProvider } from '../models/ai-provider.js';
import { assertWindowHolds, modelTarget } from './create-model.js';
import { lockRecord } from './lock-record.js';

/** Changes a model. Absent fields keep what is stored. */
export async function updateModel(
  publicId: string,
  patch: ModelPatch,
  by: AuditOrigin,
  expectedUpdatedAt?: string,
): Promise<AIModel> {
  return audited(by, async () => {
    const model = await lockRecord(AIModel, publicId, expectedUpdatedAt);
    model.set(patch);
    assertWindowHolds(model);
    const changes = changesOf(model);
    await model.save();
    model.provider = (await AIProvider.findByPk(model.providerId)) ?? undefined;
    return [model, { action: 'model.update', target: modelTarget(model), changes }];
  });
}
