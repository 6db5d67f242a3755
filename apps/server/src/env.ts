import { z } from 'zod';
import { email, newPassword } from '@ai-providers/contracts';

const port = z.coerce.number().int().min(0).max(65_535);
const list = z
  .string()
  .default('')
  .transform((text) => text.split(',').map((each) => each.trim()).filter(Boolean));
const optional = z.string().trim().min(1).optional();
const address = (...protocols: string[]) => z.url({ protocol: new RegExp(`^(${protocols.join('|')})$`) }).optional();

const schema = z.object({
  NODE_ENV: z.string().default('development'),
  /** The port of the panel and the API; 0 takes any free one. */
  PORT: port.default(3000),
  /** The address to listen on: 127.0.0.1 on embedded data, 0.0.0.0 otherwise. */
  HOST: optional,
  /** The address in people's browsers, such as https://ai.example.com; needed behind a proxy that ends HTTPS. */
  PUBLIC_URL: address('https?'),
  /** Addresses or CIDR ranges of proxies whose X-Forwarded-* headers are believed. */
  TRUSTED_PROXY_CIDR: list,
  /** postgres://user:password@host:port/name; without it the data is embedded, in DATA_DIR. */
  DATABASE_URL: address('postgres', 'postgresql'),
  /** redis://host:port; without it the cache is in the process's memory. */
  REDIS_URL: address('redis', 'rediss'),
  /** The folder of the embedded database and its secret. */
  DATA_DIR: z.string().trim().min(1).default('.data'),
  /** Encrypts every stored key. Make one with: openssl rand -base64 48 */
  SECRET_KEY: z.string().min(1).optional(),
  /** Former SECRET_KEYs, comma-separated: they read and never write. */
  SECRET_KEY_FALLBACKS: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((each) => each !== '')),
  /** With ADMIN_PASSWORD: the first super admin, made when no user exists, instead of the set-up link. */
  ADMIN_EMAIL: email.optional(),
  ADMIN_PASSWORD: newPassword.optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** The built panel, where it is not beside the server. */
  PANEL_DIR: optional,
});

export type Env = z.infer<typeof schema> & {
  production: boolean;
  /** Keys of providers for the seed, by variable. */
  providerKeys: Record<string, string>;
};

/** Reads the environment once and refuses it whole, naming each variable and never a value. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  // A variable that is set to nothing, as compose files do, is not set.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const result = schema.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new EnvError(`The environment is not usable:\n${lines.join('\n')}`);
  }
  const env = result.data;
  if ((env.ADMIN_EMAIL === undefined) !== (env.ADMIN_PASSWORD === undefined)) {
    throw new EnvError('The environment is not usable:\n  ADMIN_EMAIL and ADMIN_PASSWORD go together: set both or neither');
  }
  const keys = Object.entries(given).filter((entry): entry is [string, string] => /_API_KEY$|^HF_TOKEN$/.test(entry[0]));
  return { ...env, production: env.NODE_ENV === 'production', providerKeys: Object.fromEntries(keys) };
}

/** Tells the operator what to mend; it is printed without a stack. */
export class EnvError extends Error {}
