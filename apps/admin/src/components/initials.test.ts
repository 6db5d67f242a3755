import { describe, expect, it } from 'vitest';
import { initialsOf } from './initials.js';

describe('initialsOf', () => {
  it.each([
    ['OpenAI', 'O'],
    ['hugging face hub', 'H\u200cF'],
    ['سرویس\u200cهای تازه', 'س\u200cه'],
    ['\u200f<img onerror>', 'I\u200cO'],
    ['4o-mini', '4\u200cM'],
    ['𝔸lpha', '𝔸'],
    ['…', ''],
    ['', ''],
  ])('of %j are %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
