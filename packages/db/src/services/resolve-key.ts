import type { KeyDecision, KeySource } from '@ai-providers/contracts';
import { recordAudit, type AuditOrigin } from '../audit/audited.js';
import { refusalSentences } from '../access/decide-key.js';
import { DomainError, notFound } from '../errors.js';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import { AIProvider } from '../models/ai-provider.js';
import type { User } from '../models/user.js';
import { targetOf } from './create-provider.js';

export interface ResolvedKey {
  apiKey: string;
  source: KeySource;
  apiBaseUrl: string;
  provider: string;
}

/** The key that an admin may use, in clear, with the address that belongs to it. Every one is in the audit log. */
export async function resolveKey(admin: User, slug: string, by: AuditOrigin): Promise<ResolvedKey> {
  const { provider, settings } = await standing(admin, slug);
  const { allowed, source, code } = settings.explainKey();
  if (!allowed || source === null) {
    const reason = code ?? 'KEY_NOT_CONFIGURED';
    throw new DomainError(reason, refusalSentences[reason]);
  }
  const apiKey = settings.getApiKey();
  await recordAudit(by, {
    action: 'key.resolve',
    target: targetOf(provider),
    changes: [{ field: 'source', to: source }],
  });
  return { apiKey, source, apiBaseUrl: provider.apiBaseUrl, provider: provider.slug };
}

/** Which key an admin would get, and which rule said so. */
export async function explainKey(admin: User, slug: string): Promise<KeyDecision> {
  const { settings } = await standing(admin, slug);
  return settings.explainKey();
}

async function standing(admin: User, slug: string): Promise<{ provider: AIProvider; settings: AdminProviderSettings }> {
  const provider = await AIProvider.findBySlug(slug);
  if (!provider) throw notFound();
  return { provider, settings: await AdminProviderSettings.findOrBuildFor(admin, provider) };
}
