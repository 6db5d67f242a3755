import { describe, expect, it } from 'vitest';
import { cacheKeys } from './cache-keys.js';
import { globMatcher } from './glob.js';

describe('cacheKeys', () => {
  it('spells the keys that are promised', () => {
    expect(cacheKeys.activeProviders).toBe('ai_providers_active');
    expect(cacheKeys.provider('openai')).toBe('ai_provider_openai');
    expect(cacheKeys.modelsOfProvider('openai')).toBe('ai_models_provider_openai_all');
    expect(cacheKeys.modelsOfProvider('openai', 'vision')).toBe('ai_models_provider_openai_vision');
    expect(cacheKeys.modelsWithCapability('chat')).toBe('ai_models_capability_chat');
  });

  it('names every key of a provider and every capability', () => {
    expect(cacheKeys.everyOfProvider('groq')).toHaveLength(10);
    expect(cacheKeys.everyOfProvider('groq')).toContain('ai_provider_groq');
    expect(cacheKeys.everyOfProvider('groq')).toContain('ai_models_provider_groq_speech_to_text');
    expect(new Set(cacheKeys.everyCapability()).size).toBe(8);
  });
});

describe('globMatcher', () => {
  it.each([
    ['ai_models_*', 'ai_models_capability_chat', true],
    ['ai_models_*', 'ai_provider_openai', false],
    ['ai_provider*', 'ai_providers_active', true],
    ['*_chat', 'ai_models_capability_chat', true],
    ['*_chat', 'ai_models_capability_chat_2', false],
    ['ai_provider_a.c', 'ai_provider_abc', false],
    ['a**[b]', 'a-[b]', true],
    ['', 'a', false],
  ])('says whether %j matches %j: %s', (pattern, key, matches) => {
    expect(globMatcher(pattern)(key)).toBe(matches);
  });

  it('does not take for ever over many stars', () => {
    const started = performance.now();
    globMatcher('*'.repeat(5_000))('a'.repeat(200));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
