import { z } from 'zod';

const address = (...protocols: string[]) => z.url({ protocol: new RegExp(`^(${protocols.join('|')})$`) }).optional();

/** The variables that say where the data is and what encrypts it; the server and the commands share them. */
export const dataVariables = {
  NODE_ENV: z.string().default('development'),
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
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
};

export type DataEnvironment = z.infer<z.ZodObject<typeof dataVariables>>;

/** Tells the operator what to mend; it is printed without a stack, and never holds a value. */
export class EnvError extends Error {}

/**
 * Reads variables once and refuses them whole, naming each that is wrong.
 * A variable that is set to nothing, as compose files do, is not set.
 */
export function readVariables<Shape extends z.ZodRawShape>(
  shape: Shape,
  source: NodeJS.ProcessEnv,
): z.infer<z.ZodObject<Shape>> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const result = z.object(shape).safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new EnvError(`The environment is not usable:\n${lines.join('\n')}`);
}

/** Keys of providers for the seed, by variable. */
export function providerKeysIn(source: NodeJS.ProcessEnv): Record<string, string> {
  const keys = Object.entries(source).filter(
    (entry): entry is [string, string] => /_API_KEY$|^HF_TOKEN$/.test(entry[0]) && Boolean(entry[1]),
  );
  return Object.fromEntries(keys);
}
