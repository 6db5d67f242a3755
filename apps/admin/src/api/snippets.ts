import type { TokenScope } from '@ai-providers/contracts';
import type { Snippet } from '../components/Snippets.js';

/** What programs call their token in the environment. */
const tokenVariable = 'DAPS_TOKEN';

/** One call of the API. */
interface Call {
  path: string;
  input?: Record<string, string>;
  isChange?: true;
}

/** What a program does, for each of its languages. */
interface Program {
  /** Where this server is, as programs reach it. */
  url: string;
  calls: readonly Call[];
  /** What the typed client does with them; and what it needs besides. */
  lines: readonly string[];
  imports?: readonly string[];
  /** In clear, where it is shown anyway. */
  token?: string | undefined;
}

interface TokenOptions extends Pick<Program, 'url' | 'token'> {
  /** What the token may do; the call is one that it may make. */
  scopes?: readonly TokenScope[];
  /** The slug of a provider that it may use. */
  provider?: string | undefined;
}

/** How to use a token: what a program does first with it. */
export function tokenSnippets({ scopes = ['registry:read'], provider = 'openai', ...rest }: TokenOptions): Snippet[] {
  const call = callFor(scopes, provider);
  return snippetsOf({ ...rest, calls: [call], lines: [`console.log(await ${codeOf(call)});`] });
}

/** How a program gets the key for a provider, makes a request with it, and counts that. */
export function resolveSnippets(url: string, provider: string): Snippet[] {
  const call = resolve(provider);
  return snippetsOf({
    url,
    calls: [call],
    imports: ["import { randomUUID } from 'node:crypto';"],
    lines: [
      `const { apiKey, apiBaseUrl } = await ${codeOf(call)};`,
      '',
      '// Count the request before it is made, and say afterwards how it ended.',
      'const requestId = randomUUID();',
      `await client.usage.reserve.mutate({ provider: '${provider}', requestId });`,
      'const response = await fetch(`${apiBaseUrl}/models`, { headers: { authorization: `Bearer ${apiKey}` } });',
      'await client.usage.settle.mutate({ requestId, status: response.status });',
      'console.log(response.status);',
    ],
  });
}

/** How a program asks for the models of a provider and for the key that it may use. */
export function providerSnippets(url: string, provider: string): Snippet[] {
  const models: Call = { path: 'models.byProvider', input: { slug: provider } };
  const key = resolve(provider);
  return snippetsOf({
    url,
    calls: [models, key],
    lines: [
      `const models = await ${codeOf(models)};`,
      `const { apiKey, apiBaseUrl } = await ${codeOf(key)};`,
      'console.log(apiBaseUrl, models.length);',
    ],
  });
}

/** The line of an environment file. */
export const envText = (token = 'dap_…'): string => `${tokenVariable}=${token}\n`;

const resolve = (provider: string): Call => ({ path: 'keys.resolve', input: { provider } });

function callFor(scopes: readonly TokenScope[], provider: string): Call {
  if (scopes.includes('registry:read') || scopes.includes('admin')) return { path: 'providers.active' };
  if (scopes.includes('keys:resolve')) return resolve(provider);
  return { path: 'usage.record', input: { provider, requestId: 'my-request-1', status: 'ok' }, isChange: true };
}

/** By curl, by the typed client, and as the environment that both read. */
function snippetsOf({ url, calls, lines, imports = [], token }: Program): Snippet[] {
  const typescript = [
    ...imports,
    "import { createClient } from '@ai-providers/client';",
    '',
    `const client = createClient({ url: '${url}', token: process.env.${tokenVariable} ?? '' });`,
    ...lines,
  ];
  return [
    { id: 'curl', label: 'curl', text: calls.map((call) => curlOf(url, call)).join('\n\n') },
    { id: 'typescript', label: 'TypeScript', text: typescript.join('\n') },
    { id: 'env', label: '.env', text: envText(token) },
  ];
}

/** A call as the typed client writes it. */
function codeOf({ path, input, isChange }: Call): string {
  const fields = Object.entries(input ?? {}).map(([name, value]) => `${name}: '${value}'`);
  const given = fields.length === 0 ? '' : `{ ${fields.join(', ')} }`;
  return `client.${path}.${isChange ? 'mutate' : 'query'}(${given})`;
}

function curlOf(url: string, { path, input, isChange }: Call): string {
  const address = `${url}/trpc/${path}`;
  const lines = [
    `curl ${input !== undefined && !isChange ? '-G ' : ''}${address}`,
    `  -H "Authorization: Bearer $${tokenVariable}"`,
  ];
  const json = JSON.stringify(input);
  if (input !== undefined && isChange) lines.push("  -H 'Content-Type: application/json'", `  -d '${json}'`);
  else if (input !== undefined) lines.push(`  --data-urlencode 'input=${json}'`);
  return lines.join(' \\\n');
}
