import { QueryTypes } from 'sequelize';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import { AIProvider } from '../models/ai-provider.js';
import { User } from '../models/user.js';
import { withEvery } from './settings.js';

/** How an account stands: the figures of a list. */
export interface AdminStanding {
  usable: number;
  providers: number;
  personalKeys: number;
  requestsThisMonth: number;
  /** The month with those active providers that have a limit. */
  limited: { providers: number; limit: number; used: number; reached: number };
  nearLimit: number;
  lastSeenAt: Date | null;
  inviteExpiresAt: Date | null;
}

type Traces = Pick<AdminStanding, 'lastSeenAt' | 'inviteExpiresAt'>;

/** How accounts stand, by their internal ids: as many queries for one as for many. */
export async function standingsOf(admins: readonly User[]): Promise<Map<string, AdminStanding>> {
  const ids = admins.map(({ id }) => id);
  const providers = await AIProvider.findAll({ where: { isActive: true } });
  const stored = new Map(ids.map((id): [string, AdminProviderSettings[]] => [id, []]));
  for (const settings of await AdminProviderSettings.findAll({ where: { adminId: ids } }))
    stored.get(settings.adminId)?.push(settings);
  const defaultLimit = await AdminProviderSettings.defaultLimit();
  const traces = await tracesOf(ids);
  return new Map(
    admins.map((admin) => {
      const own = stored.get(admin.id) ?? [];
      return [admin.id, standing(own, withEvery(providers, admin, own, defaultLimit), traces.get(admin.id))];
    }),
  );
}

function standing(
  stored: readonly AdminProviderSettings[],
  withActive: readonly AdminProviderSettings[],
  traces: Traces = { lastSeenAt: null, inviteExpiresAt: null },
): AdminStanding {
  return {
    usable: withActive.filter((settings) => settings.explainKey().allowed).length,
    providers: withActive.length,
    personalKeys: stored.filter(({ hasStoredKey }) => hasStoredKey).length,
    requestsThisMonth: stored.reduce((sum, { usageThisMonth }) => sum + usageThisMonth, 0),
    limited: limitedOf(withActive),
    nearLimit: withActive.filter((settings) => settings.isNearLimit()).length,
    ...traces,
  };
}

function limitedOf(settings: readonly AdminProviderSettings[]): AdminStanding['limited'] {
  const limited = settings.flatMap(({ limitNow: limit, usageThisMonth: used }) =>
    limit === null ? [] : { limit, used },
  );
  return {
    providers: limited.length,
    limit: limited.reduce((sum, { limit }) => sum + limit, 0),
    used: limited.reduce((sum, { used }) => sum + used, 0),
    reached: limited.filter(({ limit, used }) => limit > 0 && used >= limit).length,
  };
}

/** What the other tables tell of accounts. */
async function tracesOf(ids: readonly string[]): Promise<Map<string, Traces>> {
  const rows =
    (await User.sequelize?.query<Traces & { id: string }>(
      `select u.id, ${lastSeenSql('u')} as "lastSeenAt", i.expires_at as "inviteExpiresAt"
       from users u left join invites i on i.user_id = u.id where u.id = any($ids)`,
      { bind: { ids: [...ids] }, type: QueryTypes.SELECT },
    )) ?? [];
  return new Map(rows.map(({ id, ...traces }) => [id, traces]));
}

/** The last call of a browser or of a program; sessions come and go, and the sign-in stays. */
export function lastSeenSql(user: string): string {
  return `greatest(${user}.last_login_at, (select max(last_seen_at) from sessions where user_id = ${user}.id),
    (select max(last_used_at) from api_tokens where user_id = ${user}.id))`;
}
