import { literal } from 'sequelize';
import { slugOf, type ProviderCreateInput } from '@ai-providers/contracts';
import { audited, type AuditOrigin, type AuditTarget } from '../audit/audited.js';
import { changesOf } from '../audit/changes.js';
import { AIModel } from '../models/ai-model.js';
import { AIProvider } from '../models/ai-provider.js';
import { assertWindowHolds } from './create-model.js';

/** Creates a provider, and its first models with it; its key is sealed before the database is touched. */
export async function createProvider(
  { models = [], ...input }: ProviderCreateInput,
  by: AuditOrigin,
): Promise<AIProvider> {
  const provider = AIProvider.build({
    ...input,
    slug: input.slug ?? slugOf(input.name),
    displayName: input.displayName ?? input.name,
  });
  const drafts = models.map((model) => ({ ...model, displayName: model.displayName ?? model.name }));
  for (const draft of drafts) assertWindowHolds(draft);
  return audited(by, async () => {
    if (input.slug === undefined) provider.slug = await freeSlug(provider.slug);
    const changes = changesOf(provider);
    await provider.save();
    if (drafts.length > 0) {
      await AIModel.bulkCreate(drafts.map((draft) => ({ ...draft, providerId: provider.id })));
      changes.push({ field: 'models', to: drafts.map(({ modelId }) => modelId) });
    }
    return [provider, { action: 'provider.create', target: targetOf(provider), changes }];
  });
}

/** A slug that was made from a name gives way to one that exists; one that was asked for does not. */
async function freeSlug(slug: string): Promise<string> {
  // One after the other: two names with one slug, created at once, would find the same number free.
  await AIProvider.sequelize?.query("select pg_advisory_xact_lock(hashtext('ai-providers slugs'))");
  const stem = slug.slice(0, 94).replace(/-$/, ''); // leaves room for a number
  const taken = await AIProvider.findAll({ attributes: ['slug'], where: literal(`slug like '${stem}%'`), raw: true }); // a slug holds no quote and no wildcard
  const slugs = new Set(taken.map((row) => row.slug));
  if (!slugs.has(slug)) return slug;
  for (let number = 2; ; number += 1) {
    const candidate = `${stem}-${number}`;
    if (!slugs.has(candidate)) return candidate;
  }
}

/** How an audit row names a provider. */
export function targetOf(provider: AIProvider): AuditTarget {
  return { type: 'provider', publicId: provider.publicId, label: provider.displayName };
}
