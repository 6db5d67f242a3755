import type { Snippet } from '../../components/Snippets.js';

/** A program of the caller's own: the key for a provider by its token, in the variable that the token's page names. */
export function resolveSnippets(url: string, provider: string): Snippet[] {
  return [
    { id: 'curl', label: 'curl', text: curl(url, provider) },
    { id: 'typescript', label: 'TypeScript', text: typescript(url, provider) },
  ];
}

const curl = (url: string, provider: string) => `curl --get '${url}/trpc/keys.resolve' \\
  --header "Authorization: Bearer $DAPS_TOKEN" \\
  --data-urlencode 'input={"provider":"${provider}"}'`;

const typescript = (url: string, provider: string) => `import { randomUUID } from 'node:crypto';
import { createClient } from '@ai-providers/client';

const client = createClient({ url: '${url}', token: process.env.DAPS_TOKEN ?? '' });
const { apiKey, apiBaseUrl } = await client.keys.resolve.query({ provider: '${provider}' });

// Count the request before it is made, and say afterwards how it ended.
const requestId = randomUUID();
await client.usage.reserve.mutate({ provider: '${provider}', requestId });
const response = await fetch(\`\${apiBaseUrl}/models\`, { headers: { authorization: \`Bearer \${apiKey}\` } });
await client.usage.settle.mutate({ requestId, status: response.status });`;
