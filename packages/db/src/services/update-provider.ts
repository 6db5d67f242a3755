import { originOf, type ProviderPatch } from '@ai-providers/contracts';
import { audited, type AuditOrigin } from '../audit/audited.js';
import { changesOf } from '../audit/changes.js';
import { AIProvider } from '../models/ai-provider.js';
import { targetOf } from './create-provider.js';
import { lockRecord } from './lock-record.js';

/**
 * Changes a provider. Absent fields keep what is stored. An address on another origin takes a new key with it or
 * clears the stored one: else whoever may edit a provider could have its key sent to a host of their own.
 */
export async function updateProvider(
  publicId: string,
  patch: ProviderPatch,
  by: AuditOrigin,
  expectedUpdatedAt?: string,
): Promise<AIProvider> {
  return audited(by, async () => {
    const provider = await lockRecord(AIProvider, publicId, expectedUpdatedAt);
    const { sharedApiKey, ...fields } = patch;
    const moves = patch.apiBaseUrl !== undefined && originOf(patch.apiBaseUrl) !== originOf(provider.apiBaseUrl);
    provider.set(fields);
    if (sharedApiKey !== undefined) provider.sharedApiKey = sharedApiKey ?? '';
    else if (moves && provider.hasStoredKey) provider.sharedApiKey = '';
    const changes = changesOf(provider);
    await provider.save();
    return [provider, { action: 'provider.update', target: targetOf(provider), changes }];
  });
}
