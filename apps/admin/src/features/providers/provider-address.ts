import { optionalUrl, originOf, type ProviderOutput, type ProviderPatch } from '@ai-providers/contracts';

export type AddressWarning = 'endpoint' | 'doubled' | 'noVersion' | 'insecure';

const endpoint = /\/(chat\/completions|completions|responses|messages|embeddings|models)$/;
const version = /\/v\d+[a-z0-9]*(?=\/|$)/g;
const ownHost = /^(localhost|127\.|\[::1\]|192\.168\.|10\.)/;

/** The commonest slips in a base URL. They are told and never refused: some services do differ. */
export function addressWarning(typed: string): AddressWarning | null {
  const result = optionalUrl.safeParse(typed);
  if (!result.success || result.data === '') return null;
  const { pathname, protocol, hostname } = new URL(result.data);
  const path = pathname.replace(/\/$/, '');
  const versions = path.match(version) ?? [];
  if (endpoint.test(path)) return 'endpoint';
  if (versions.length > 1) return 'doubled';
  if (versions.length === 0) return 'noVersion';
  return protocol === 'http:' && !ownHost.test(hostname) ? 'insecure' : null;
}

/** Whether an address leads to another host than the stored one. The server then clears a key that is not entered again. */
export function movesOrigin(stored: string, typed: string): boolean {
  const result = optionalUrl.safeParse(typed);
  return result.success && originOf(result.data) !== originOf(stored);
}

export type Consequence = 'keyCleared' | 'modelsStop';

/** What a save does beyond what was typed, to be told before. */
export function consequencesOf(stored: ProviderOutput, patch: ProviderPatch): Consequence[] {
  const found: Consequence[] = [];
  const moves = patch.apiBaseUrl !== undefined && movesOrigin(stored.apiBaseUrl ?? '', patch.apiBaseUrl);
  if (moves && stored.sharedApiKey.set && patch.sharedApiKey === undefined) found.push('keyCleared');
  if (stored.isActive && patch.isActive === false && stored.models.active > 0) found.push('modelsStop');
  return found;
}
