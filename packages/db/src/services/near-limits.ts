import { QueryTypes, type Sequelize } from 'sequelize';
import { startOfMonth } from '../month.js';
import { portsOf } from '../ports.js';

/** A limit of which four fifths or more are used. */
export interface NearLimit {
  adminPublicId: string;
  adminName: string;
  adminEmail: string;
  providerSlug: string;
  providerName: string;
  monthlyUsage: number;
  monthlyLimit: number;
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
  const period = startOfMonth(portsOf(sequelize).now());
  const [counts] = await sequelize.query<{ total: number; admins: number }>(
    `select (count(*) filter (where ${notAsked}))::int as total, count(distinct s.admin_id)::int as admins
     from ${near(period)}`,
    { type: QueryTypes.SELECT },
  );
  const rows = await sequelize.query<NearLimit>(
    `select u.public_id as "adminPublicId", u.name as "adminName", u.email as "adminEmail", p.slug as "providerSlug",
       p.display_name as "providerName", s.monthly_usage as "monthlyUsage", s.monthly_limit as "monthlyLimit"
     from ${near(period)} and ${notAsked} order by s.monthly_usage::numeric / s.monthly_limit desc, s.id limit $max`,
    { bind: { max }, type: QueryTypes.SELECT },
  );
  return { rows, total: counts?.total ?? 0, admins: counts?.admins ?? 0 };
}

/** As `isNearLimit` of the settings says. @param period as `startOfMonth` writes it */
export function nearLimitSql(settings: string, period: string): string {
  return `${settings}.usage_period >= '${period}' and ${settings}.monthly_limit > 0
    and ${settings}.monthly_usage * 5::bigint >= ${settings}.monthly_limit * 4::bigint`;
}

const near = (period: string) => `admin_provider_settings s join users u on u.id = s.admin_id
  join ai_providers p on p.id = s.provider_id where u.is_active and p.is_active and ${nearLimitSql('s', period)}`;

const notAsked = `not exists (select from limit_requests r where r.admin_id = s.admin_id and r.provider_id = s.provider_id)`;
