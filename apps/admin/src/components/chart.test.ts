import { describe, expect, it } from 'vitest';
import { chartColors } from './chart.js';

const providers = ['openai', 'anthropic', 'google', 'openrouter', 'deepseek', 'groq', 'hugging-face'];
const colors = (keys: string[]) => chartColors(keys.map((key) => ({ key })));

describe('chartColors', () => {
  it('gives each of eight series a colour of its own', () => {
    for (const prefix of ['a', 'model-', 'gpt-4.1-', '9f1c']) {
      const keys = Array.from({ length: 8 }, (_, index) => `${prefix}${index}`);
      expect(new Set(colors(keys)).size).toBe(8);
    }
  });

  it('gives a key the same colour whatever stands beside it, and in any order', () => {
    const together = colors(providers);
    expect(new Set(together).size).toBe(providers.length);
    for (const [index, key] of providers.entries()) expect(colors([key])).toEqual([together[index]]);
    expect(colors([...providers].reverse())).toEqual([...together].reverse());
  });

  it('keeps the rest apart from all of them', () => {
    const [rest, ...others] = chartColors([{ key: '', isRest: true }, ...providers.map((key) => ({ key }))]);
    expect(others).toEqual(colors(providers));
    expect(others).not.toContain(rest);
  });

  it('still colours more series than there are colours', () => {
    const all = colors(Array.from({ length: 20 }, (_, index) => `key ${index}`));
    expect(all.every((color) => /^var\(--panel-chart-[1-8]\)$/.test(color))).toBe(true);
  });
});
