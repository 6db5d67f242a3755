import { QueryTypes, type Sequelize } from 'sequelize';
import { startOfMonth } from '../month.js';
import { portsOf } from '../ports.js';
import { limitSql } from '../usage/limit-in-force.js';

/** A limit of which four fifths or more are used. */
export interface NearLimit {
  adminPublicId: string;
  adminName: string;
  adminEmail: string;
  providerSlug: string;
  providerName: string;
  monthlyUsage: number;
  monthlyLimit: number;
  /** The limit that counts again once a raise has ended. */
  usualLimit: number | null;
  /** From when on; null where the limit is not raised now. */
  raisedUntil: Date | null;
}

export interface NearLimits {
  /** The fullest first; those for which more has been asked for stand among the requests. */
  rows: NearLimit[];
  /** How many there are in all. */
  total: number;
  /** Of how many admins, also those that have asked. */
  admins: number;
}

/** The nearly used limits of active admins with active providers. */
export async function nearLimits(sequelize: Sequelize, max: number): Promise<NearLimits> {
  const now = portsOf(sequelize).now();
  const [counts] = await sequelize.query<{ total: number; admins: number }>(
    `select (count(*) filter (where ${notAsked}))::int as total, count(distinct s.admin_id)::int as admins
     from ${near(now)}`,
    { type: QueryTypes.SELECT },
  );
  const rows = await sequelize.query<NearLimit>(
    `select u.public_id as "adminPublicId", u.name as "adminName", u.email as "adminEmail", p.slug as "providerSlug",
       p.display_name as "providerName", s.monthly_usage as "monthlyUsage",
       ${limitSql('s', literal(now))} as "monthlyLimit", s.monthly_limit as "usualLimit",
       case when s.raised_until > ${literal(now)} then s.raised_until end as "raisedUntil"
     from ${near(now)} and ${notAsked}
     order by s.monthly_usage::numeric / (${limitSql('s', literal(now))}) desc, s.id limit $max`,
    { bind: { max }, type: QueryTypes.SELECT },
  );
  return { rows, total: counts?.total ?? 0, admins: counts?.admins ?? 0 };
}

/** As `isNearLimit` of the settings says. */
export function nearLimitSql(settings: string, now: Date): string {
  const limit = `(${limitSql(settings, literal(now))})`;
  return `${settings}.usage_period >= '${startOfMonth(now)}' and ${limit} > 0
    and ${settings}.monthly_usage * 5::bigint >= ${limit} * 4::bigint`;
}

const literal = (moment: Date) => `'${moment.toISOString()}'::timestamptz`;

const near = (now: Date) => `admin_provider_settings s join users u on u.id = s.admin_id
  join ai_providers p on p.id = s.provider_id where u.is_active and p.is_active and ${nearLimitSql('s', now)}`;

const notAsked = `not exists (select from limit_requests r where r.admin_id = s.admin_id and r.provider_id = s.provider_id)`;
