import { describe, expect, it } from 'vitest';
import { modelSnippet } from './model-snippet.js';

describe('modelSnippet', () => {
  const provider = { slug: 'openai', displayName: 'OpenAI' };

  it('names the provider, the model and this server', () => {
    const text = modelSnippet({ provider, modelId: 'gpt-4o' }, 'https://ai.example.com');
    expect(text).toContain('url: "https://ai.example.com"');
    expect(text).toContain('{ provider: "openai", model: "gpt-4o", requestId }');
    expect(text).toContain('process.env.DAPS_TOKEN');
  });

  it('keeps an odd id inside of its quotes', () => {
    const modelId = '"); evil("${x}`';
    const text = modelSnippet({ provider, modelId }, 'http://localhost');
    expect(text.split(JSON.stringify(modelId))).toHaveLength(3);
    expect(text.replaceAll(JSON.stringify(modelId), '')).not.toContain('evil');
  });
});
