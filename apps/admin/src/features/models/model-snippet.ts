import type { ModelOutput } from '@ai-providers/contracts';

/** TypeScript that asks for the key of a model's provider and counts one request to the model. No key is in it. */
export function modelSnippet({ provider, modelId }: Pick<ModelOutput, 'provider' | 'modelId'>, url: string): string {
  const text = (value: string) => JSON.stringify(value);
  return `import { createClient } from '@ai-providers/client';

const client = createClient({ url: ${text(url)}, token: process.env.DAPS_TOKEN ?? '' });
const { apiKey, apiBaseUrl } = await client.keys.resolve.query({ provider: ${text(provider.slug)} });
const requestId = crypto.randomUUID();
await client.usage.reserve.mutate({ provider: ${text(provider.slug)}, model: ${text(modelId)}, requestId });
const response = await fetch(\`\${apiBaseUrl}/chat/completions\`, {
  method: 'POST',
  headers: { authorization: \`Bearer \${apiKey}\`, 'content-type': 'application/json' },
  body: JSON.stringify({ model: ${text(modelId)}, messages: [{ role: 'user', content: 'Hello' }] }),
});
await client.usage.settle.mutate({ requestId, status: response.status });
`;
}
