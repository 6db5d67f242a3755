import { describe, expect, it } from 'vitest';
import { capabilities, modelCreateInput, providerCreateInput } from '@ai-providers/contracts';
import { modelRow, providerRow } from '../rows.js';
import { catalogue } from './index.js';

const { providers, factsAsOf, sources } = catalogue;
const models = providers.flatMap((provider) => provider.models.map((model) => ({ provider, model })));
const today = factsAsOf;

describe('catalogue', () => {
  it('holds the seven providers and at least thirty models', () => {
    expect(providers.map(({ name }) => name)).toEqual([
      'OpenAI',
      'Anthropic',
      'Google',
      'OpenRouter',
      'DeepSeek',
      'Groq',
      'Hugging Face',
    ]);
    expect(models.length).toBeGreaterThanOrEqual(30);
  });

  it.each(['GPT-4o', 'Claude 3.5 Sonnet', 'Gemini 2.5 Pro', 'DeepSeek R1', 'Llama 3.3 70B'])('knows %s', (name) => {
    expect(models.map(({ model }) => model.name)).toContain(name);
  });

  it.each(capabilities)('offers %s by an active model', (capability) => {
    const able = models.filter(({ model }) => model.capabilities.includes(capability));
    expect(able.some(({ model, provider }) => modelRow(model, provider, today).isActive)).toBe(true);
  });

  it('gives every provider a slug, a name and a variable of its own', () => {
    for (const field of ['slug', 'name', 'apiKeyEnv'] as const) {
      expect(new Set(providers.map((provider) => provider[field])).size, field).toBe(providers.length);
    }
  });

  it('names no model of a provider twice', () => {
    expect(new Set(models.map(({ model, provider }) => `${provider.slug} ${model.modelId}`)).size).toBe(models.length);
  });

  it('knows every source that a model refers to, and lists no other', () => {
    const used = new Set(models.flatMap(({ model }) => model.source.refs));
    expect([...used].sort()).toEqual(Object.keys(sources).sort());
  });
});

describe('every provider of the catalogue', () => {
  it.each(providers.map((entry) => [entry.slug, entry] as const))('%s is what a form may send', (_slug, entry) => {
    const row = providerRow(entry);
    expect(providerCreateInput.parse(row)).toEqual(row);
  });
});

describe('every model of the catalogue', () => {
  const named = models.map(({ provider, model }) => [`${provider.slug}: ${model.modelId}`, provider, model] as const);

  it.each(named)('%s is what a form may send', (_name, provider, model) => {
    const row = { ...modelRow(model, provider, today), provider: provider.slug };
    expect(modelCreateInput.parse(row)).toEqual(row);
  });

  it.each(named)('%s has an output that fits its window', (_name, _provider, { maxTokens, contextWindow }) => {
    expect(maxTokens ?? 0).toBeLessThanOrEqual(contextWindow ?? Infinity);
  });

  it.each(named)('%s lists announced prices by their day', (_name, _provider, { pricing }) => {
    const days = (pricing?.scheduled ?? []).map(({ from }) => from);
    expect(days).toEqual([...days].sort());
  });
});
