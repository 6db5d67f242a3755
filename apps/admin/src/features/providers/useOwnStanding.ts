import type { SettingsOutput } from '@ai-providers/contracts';
import { trpc } from '../../api/trpc.js';

export type OwnStanding = ReadonlyMap<string, SettingsOutput>;

/** The caller's own key and usage by the provider's slug, for those who are shown nothing of others. */
export function useOwnStanding(enabled: boolean): OwnStanding {
  const mine = trpc.settings.mine.useQuery(undefined, { enabled });
  return new Map(mine.data?.map((settings) => [settings.provider.slug, settings]));
}
