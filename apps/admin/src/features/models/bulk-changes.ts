import type { ModelBulkChange } from '@ai-providers/contracts';

/** What takes a change back from the models that it changed; undefined for what cannot be taken back so. */
export function reverseOf(change: ModelBulkChange): ModelBulkChange | undefined {
  if ('isActive' in change) return { isActive: !change.isActive };
  if ('addCapability' in change) return { removeCapability: change.addCapability };
  if ('removeCapability' in change) return { addCapability: change.removeCapability };
  return undefined;
}
