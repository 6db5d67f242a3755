import { secretInput } from '@ai-providers/contracts';
import { DomainError } from '../errors.js';
import { catalogue } from './catalogue/index.js';

/**
 * The shared keys that the environment holds, by the slug of their provider. A variable that is empty counts as absent.
 * @throws DomainError `VALIDATION_FAILED`, which names the variable and never its value
 */
export function readProviderKeys(env: Record<string, string | undefined>): Map<string, string> {
  const keys = new Map<string, string>();
  for (const { slug, apiKeyEnv } of catalogue.providers) {
    const value = env[apiKeyEnv]?.trim();
    if (value) keys.set(slug, validKey(apiKeyEnv, value));
  }
  return keys;
}

function validKey(variable: string, value: string): string {
  const result = secretInput.safeParse(value);
  if (result.success) return result.data;
  const problem = result.error.issues[0]?.message ?? 'This is no usable key';
  throw new DomainError('VALIDATION_FAILED', `${variable} cannot be used as an API key. ${problem}`, {
    field: variable,
  });
}
