import type { Snippet } from '../../../components/Snippets.js';

interface Place {
  /** Where this server is. */
  origin: string;
  slug: string;
}

/** How a program asks for the models of a provider and for the key that it may use. */
export function providerSnippets({ origin, slug }: Place): Snippet[] {
  const input = (value: object) => encodeURIComponent(JSON.stringify(value));
  const curl = [
    `curl -H "Authorization: Bearer $DAPS_TOKEN" \\`,
    `  '${origin}/trpc/models.byProvider?input=${input({ slug })}'`,
    '',
    `curl -H "Authorization: Bearer $DAPS_TOKEN" \\`,
    `  '${origin}/trpc/keys.resolve?input=${input({ provider: slug })}'`,
  ];
  const typescript = [
    `import { createClient } from '@ai-providers/client';`,
    '',
    `const client = createClient({ url: '${origin}', token: process.env.DAPS_TOKEN ?? '' });`,
    `const models = await client.models.byProvider.query({ slug: '${slug}' });`,
    `const { apiKey, apiBaseUrl } = await client.keys.resolve.query({ provider: '${slug}' });`,
  ];
  return [
    { id: 'curl', label: 'curl', text: curl.join('\n') },
    { id: 'typescript', label: 'TypeScript', text: typescript.join('\n') },
  ];
}
