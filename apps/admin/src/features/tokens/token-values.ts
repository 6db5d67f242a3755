import type { TokenCreateInput, TokenScope } from '@ai-providers/contracts';
import { endOfDay, isoDateOf, type IsoDate } from '../../components/iso-date.js';
import { toAsciiDigits } from '../../i18n/digits.js';

const dayMs = 86_400_000;

/** For how many days a token lives, or that its last day is chosen, or that it never ends. */
export const lifetimes = ['30', '90', '365', 'date', 'never'] as const;
type Lifetime = (typeof lifetimes)[number];

export interface TokenValues extends Record<string, unknown> {
  name: string;
  scopes: TokenScope[];
  /** Null for all. */
  providers: string[] | null;
  expiresAt: Lifetime;
  lastDay: IsoDate;
  /** One in a line. */
  allowedIps: string;
}

export const blankToken = (now = new Date()): TokenValues => ({
  name: '',
  scopes: ['registry:read'],
  providers: null,
  expiresAt: '90',
  lastDay: isoDateOf(new Date(now.getTime() + 30 * dayMs)),
  allowedIps: '',
});

/** The form's values as the contract takes them. */
export function toCreateInput(values: TokenValues, now = new Date()): TokenCreateInput {
  const { name, scopes, providers } = values;
  const allowedIps = toAsciiDigits(values.allowedIps)
    .split(/[\s,،]+/)
    .filter((entry) => entry !== '');
  return {
    name,
    scopes,
    providers: scopes.includes('admin') ? null : providers,
    expiresAt: endOf(values, now),
    allowedIps,
  };
}

/** When it ends, as the form says now; null for never. */
export function endOf({ expiresAt, lastDay }: Pick<TokenValues, 'expiresAt' | 'lastDay'>, now: Date): string | null {
  if (expiresAt === 'never') return null;
  const end = expiresAt === 'date' ? endOfDay(lastDay) : new Date(now.getTime() + Number(expiresAt) * dayMs);
  return end.toISOString();
}
