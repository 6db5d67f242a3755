import type { AuditEntry } from '../models/audit-entry.js';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import { AIModel } from '../models/ai-model.js';
import { AIProvider } from '../models/ai-provider.js';
import { ApiToken } from '../models/api-token.js';
import { User } from '../models/user.js';

/** What entries point at, as it is now, by public id. What is gone is not in it: its label in the entry remains. */
export interface AuditReferences {
  /** Names of people, by their own id and by that of their settings. */
  people: ReadonlyMap<string, string>;
  tokens: ReadonlyMap<string, string>;
  /** What the address of a record's page holds: a provider's slug, a model's or an admin's public id. */
  pages: ReadonlyMap<string, string>;
}

type Pair = [publicId: string, value: string];

/** `activeOnly` leaves out the pages of what is switched off. */
export async function referencesOf(
  entries: readonly AuditEntry[],
  { activeOnly }: { activeOnly: boolean },
): Promise<AuditReferences> {
  const of = (type: string) => distinct(entries.map((each) => (each.targetType === type ? each.targetPublicId : null)));
  const shown = activeOnly ? { isActive: true } : {};
  const [people, settings, providers, models, tokens] = await Promise.all([
    namesOfPeople(distinct([...entries.map(({ actorPublicId }) => actorPublicId), ...of('user')])),
    settingsOf(of('settings')),
    pagesOfProviders(of('provider'), shown),
    pagesOfModels(of('model'), shown),
    namesOfTokens(distinct(entries.map(({ via, viaPublicId }) => (via === 'token' ? viaPublicId : null)))),
  ]);
  const accounts = new Map(people);
  const own = of('user').flatMap((id): Pair[] => (accounts.has(id) ? [[id, id]] : []));
  return {
    people: new Map([...people, ...settings.map(({ id, name }): Pair => [id, name])]),
    tokens: new Map(tokens),
    pages: new Map([...providers, ...models, ...own, ...settings.map(({ id, admin }): Pair => [id, admin])]),
  };
}

function distinct(ids: ReadonlyArray<string | null>): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

async function namesOfPeople(publicId: string[]): Promise<Pair[]> {
  if (publicId.length === 0) return [];
  const rows = await User.findAll({ where: { publicId }, attributes: ['publicId', 'name'] });
  return rows.map((row) => [row.publicId, row.name]);
}

async function namesOfTokens(publicId: string[]): Promise<Pair[]> {
  if (publicId.length === 0) return [];
  const rows = await ApiToken.findAll({ where: { publicId }, attributes: ['publicId', 'name'] });
  return rows.map((row) => [row.publicId, row.name]);
}

async function settingsOf(publicId: string[]): Promise<Array<{ id: string; admin: string; name: string }>> {
  if (publicId.length === 0) return [];
  const rows = await AdminProviderSettings.findAll({
    where: { publicId },
    attributes: ['publicId'],
    include: { association: 'admin', attributes: ['publicId', 'name'] },
  });
  return rows.flatMap(({ publicId: id, admin }) => (admin ? [{ id, admin: admin.publicId, name: admin.name }] : []));
}

async function pagesOfProviders(publicId: string[], shown: { isActive?: boolean }): Promise<Pair[]> {
  if (publicId.length === 0) return [];
  const rows = await AIProvider.findAll({ where: { publicId, ...shown }, attributes: ['publicId', 'slug'] });
  return rows.map((row) => [row.publicId, row.slug]);
}

async function pagesOfModels(publicId: string[], shown: { isActive?: boolean }): Promise<Pair[]> {
  if (publicId.length === 0) return [];
  const rows = await AIModel.findAll({
    where: { publicId, ...shown },
    attributes: ['publicId'],
    include: { association: 'provider', attributes: [], where: shown },
  });
  return rows.map((row) => [row.publicId, row.publicId]);
}
