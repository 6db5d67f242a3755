import type { NewModel } from '@ai-providers/contracts';
import { audited, type AuditOrigin, type AuditTarget } from '../audit/audited.js';
import { changesOf } from '../audit/changes.js';
import { DomainError } from '../errors.js';
import { AIModel } from '../models/ai-model.js';
import type { AIProvider } from '../models/ai-provider.js';

/** Adds a model to a provider. */
export async function createModel(provider: AIProvider, input: NewModel, by: AuditOrigin): Promise<AIModel> {
  const model = AIModel.build({ ...input, providerId: provider.id, displayName: input.displayName ?? input.name });
  assertWindowHolds(model);
  return audited(by, async () => {
    const changes = changesOf(model).filter(({ field }) => field !== 'providerId');
    await model.save();
    model.provider = provider;
    return [model, { action: 'model.create', target: modelTarget(model), changes }];
  });
}

/** Output is part of the context window: it cannot be longer. */
export function assertWindowHolds({ maxTokens, contextWindow }: Pick<NewModel, 'maxTokens' | 'contextWindow'>): void {
  if (!maxTokens || !contextWindow || maxTokens <= contextWindow) return;
  throw new DomainError(
    'MAX_TOKENS_ABOVE_CONTEXT',
    `The output limit must not be above the context window of ${contextWindow} tokens`,
    {
      field: 'maxTokens',
      params: { max: contextWindow },
    },
  );
}

/** How an audit row names a model. */
export function modelTarget(model: AIModel): AuditTarget {
  return { type: 'model', publicId: model.publicId, label: model.displayName };
}
