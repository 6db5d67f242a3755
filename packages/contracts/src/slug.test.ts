import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from './limits.js';
import { slugOf, slugPattern } from './slug.js';

describe('slugOf', () => {
  it.each([
    ['OpenAI', 'openai'],
    ['  Together AI! ', 'together-ai'],
    ['Ünïcôde', 'unicode'],
    ['هوش مصنوعی', 'hvsh-msnvay'],
    ['ارائه‌دهنده ۲', 'arayh-dhndh-2'],
    ['مزود ٣', 'mzvd-3'],
  ])('makes %s into %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('gives a name without any Latin, Persian or Arabic letter a stable slug of its own', () => {
    expect(slugOf('日本')).toMatch(/^provider-[0-9a-f]{8}$/);
    expect(slugOf('日本')).toBe(slugOf('日本'));
    expect(slugOf('日本')).not.toBe(slugOf('中国'));
  });

  it('makes a valid slug of any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), (name) => {
        const slug = slugOf(name);
        expect(slug).toMatch(slugPattern);
        expect(slug.length).toBeLessThanOrEqual(limits.slug);
      }),
      { numRuns: 2_000 },
    );
  });
});
