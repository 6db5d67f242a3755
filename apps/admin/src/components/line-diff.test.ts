import { describe, expect, it } from 'vitest';
import { lineDiff } from './line-diff.js';

const signs = { same: ' ', added: '+', removed: '-' };
const shown = (before: string, after: string) =>
  lineDiff(before, after).map(({ kind, text }) => `${signs[kind]}${text}`);

describe('lineDiff', () => {
  it('keeps what both have and marks the rest', () => {
    expect(shown('{\n  "a": 1\n}', '{\n  "a": 2,\n  "b": 3\n}')).toEqual([
      ' {',
      '-  "a": 1',
      '+  "a": 2,',
      '+  "b": 3',
      ' }',
    ]);
  });
  it('finds nothing between equal texts', () => {
    expect(lineDiff('a\nb', 'a\nb').every(({ kind }) => kind === 'same')).toBe(true);
  });
  it('marks lines at the end', () => {
    expect(shown('a', 'a\nb')).toEqual([' a', '+b']);
    expect(shown('a\nb', 'a')).toEqual([' a', '-b']);
  });
});
