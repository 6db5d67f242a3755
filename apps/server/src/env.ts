import { z } from 'zod';
import { email, newPassword } from '@ai-providers/contracts';
import { dataVariables, EnvError, providerKeysIn, readVariables, reservationTtlMs } from '@ai-providers/db';

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean),
  );
const minute = 60_000;
const optional = z.string().trim().min(1).optional();

const variables = {
  ...dataVariables,
  /** The port of the panel and the API; 0 takes any free one. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** The address to listen on: 127.0.0.1 on embedded data, 0.0.0.0 otherwise. */
  HOST: optional,
  /** The address in people's browsers, such as https://ai.example.com; needed behind a proxy that ends HTTPS. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Addresses or CIDR ranges of proxies whose X-Forwarded-* headers are believed. */
  TRUSTED_PROXY_CIDR: list,
  /** With ADMIN_PASSWORD: the first super admin, made when no user exists, instead of the set-up link. */
  ADMIN_EMAIL: email.optional(),
  ADMIN_PASSWORD: newPassword.optional(),
  /** How long a counted request waits to be settled; then it counts for good. */
  USAGE_RESERVATION_MINUTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(24 * 60)
    .default(reservationTtlMs / minute),
  /** After how many days single requests leave the ledger; the sums of them stay. Without it they are kept for good. */
  USAGE_RETENTION_DAYS: z.coerce.number().int().min(31).max(3660).optional(),
  /** The built panel, where it is not beside the server. */
  PANEL_DIR: optional,
};

export type Env = z.infer<z.ZodObject<typeof variables>> & {
  /** Keys of providers for the seed, by variable. */
  providerKeys: Record<string, string>;
};

/** Reads the environment once and refuses it whole, naming each variable and never a value. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const env = readVariables(variables, source);
  if ((env.ADMIN_EMAIL === undefined) !== (env.ADMIN_PASSWORD === undefined)) {
    throw new EnvError(
      'The environment is not usable:\n  ADMIN_EMAIL and ADMIN_PASSWORD go together: set both or neither',
    );
  }
  return { ...env, providerKeys: providerKeysIn(source) };
}
