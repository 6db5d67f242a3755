import { audited, type AuditOrigin } from '../audit/audited.js';
import { AIModel } from '../models/ai-model.js';
import { modelTarget } from './create-model.js';
import { lockRecord } from './lock-record.js';

/** Deletes one model. */
export async function deleteModel(publicId: string, by: AuditOrigin): Promise<void> {
  await audited(by, async () => {
    const model = await lockRecord(AIModel, publicId);
    await model.destroy();
    return [undefined, { action: 'model.delete', target: modelTarget(model) }];
  });
}
