import type { TokenScope } from '@ai-providers/contracts';
import type { Snippet } from '../components/Snippets.js';

/** What programs call their token in the environment. */
const tokenVariable = 'DAPS_TOKEN';

/** One call of the API: what a program does first with what it was given. */
interface Call {
  path: string;
  /** As JSON, for curl. */
  input?: string;
  /** As the typed client writes it. */
  code: string;
  isChange?: true;
}

interface Options {
  /** Where this server is, as programs reach it. */
  url: string;
  /** What the token may do; the call is one that it may make. */
  scopes?: readonly TokenScope[];
  /** The slug of a provider that it may use. */
  provider?: string;
  /** In clear, where it is shown anyway. */
  token?: string;
}

/** How to use a token: by curl, by the typed client, and as the environment that both read. */
export function tokenSnippets({ url, scopes = ['registry:read'], provider = 'openai', token }: Options): Snippet[] {
  const call = callFor(scopes, provider);
  return [
    { id: 'curl', label: 'curl', text: curlOf(url, call) },
    { id: 'typescript', label: 'TypeScript', text: typescriptOf(url, call) },
    { id: 'env', label: '.env', text: envText(token) },
  ];
}

/** The line of an environment file. */
export const envText = (token = 'dap_…'): string => `${tokenVariable}=${token}\n`;

function callFor(scopes: readonly TokenScope[], provider: string): Call {
  if (scopes.includes('registry:read') || scopes.includes('admin'))
    return { path: 'providers.active', code: 'client.providers.active.query()' };
  if (scopes.includes('keys:resolve')) {
    const code = `client.keys.resolve.query({ provider: '${provider}' })`;
    return { path: 'keys.resolve', input: `{"provider":"${provider}"}`, code };
  }
  return {
    path: 'usage.record',
    input: `{"provider":"${provider}","requestId":"my-request-1","status":"ok"}`,
    code: `client.usage.record.mutate({ provider: '${provider}', requestId: 'my-request-1', status: 'ok' })`,
    isChange: true,
  };
}

function curlOf(url: string, { path, input, isChange }: Call): string {
  const address = `${url}/trpc/${path}`;
  const lines = [
    `curl ${input !== undefined && !isChange ? '-G ' : ''}${address}`,
    `  -H "Authorization: Bearer $${tokenVariable}"`,
  ];
  if (input !== undefined && isChange) lines.push("  -H 'Content-Type: application/json'", `  -d '${input}'`);
  else if (input !== undefined) lines.push(`  --data-urlencode 'input=${input}'`);
  return lines.join(' \\\n');
}

function typescriptOf(url: string, { code }: Call): string {
  return [
    "import { createClient } from '@ai-providers/client';",
    '',
    'const client = createClient({',
    `  url: '${url}',`,
    `  token: process.env.${tokenVariable} ?? '',`,
    '});',
    `console.log(await ${code});`,
  ].join('\n');
}
