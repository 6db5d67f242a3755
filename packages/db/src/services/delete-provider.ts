import { QueryTypes } from 'sequelize';
import type { ProviderImpact } from '@ai-providers/contracts';
import { audited, type AuditOrigin } from '../audit/audited.js';
import { AIProvider } from '../models/ai-provider.js';
import { targetOf } from './create-provider.js';
import { lockRecord } from './lock-record.js';

/** Deletes a provider with its models and every admin's settings for it. @returns what went with it */
export async function deleteProvider(publicId: string, by: AuditOrigin): Promise<ProviderImpact> {
  return audited(by, async () => {
    const provider = await lockRecord(AIProvider, publicId);
    const impact = await impactOf(provider);
    await provider.destroy();
    const changes = Object.entries(impact).map(([field, from]) => ({ field, from, to: 0 }));
    return [impact, { action: 'provider.delete', target: targetOf(provider), changes }];
  });
}

/** What would go with a provider. */
export async function impactOf(provider: AIProvider): Promise<ProviderImpact> {
  const [counts] = await provider.sequelize.query<ProviderImpact>(
    `select (select count(*)::int from ai_models where provider_id = $id) as models,
       count(*)::int as settings, (count(*) filter (where personal_api_key <> ''))::int as "personalKeys"
     from admin_provider_settings where provider_id = $id`,
    { bind: { id: provider.id }, type: QueryTypes.SELECT },
  );
  return counts ?? { models: 0, settings: 0, personalKeys: 0 };
}
