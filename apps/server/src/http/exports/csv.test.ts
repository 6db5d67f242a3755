import { describe, expect, it } from 'vitest';
import { csvLine } from './csv.js';

describe('csvLine', () => {
  it('writes words, whole numbers and nothing', () => {
    expect(csvLine(['a', 12, -3, null, undefined, ''])).toBe('a,12,-3,,,\r\n');
  });

  it('quotes what would part a cell or a line', () => {
    expect(csvLine(['a,b', 'a"b', 'a\r\nb', 'a;b', ' a'])).toBe('"a,b","a""b","a\r\nb","a;b"," a"\r\n');
  });

  it('leaves Persian text as it is', () => {
    expect(csvLine(['سقف ماهانه'])).toBe('سقف ماهانه\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', '"\'\t=1"'],
    ['\r=1', '"\'\r=1"'],
    ['\n=1', '"\'\n=1"'],
    ['＝1', "'＝1"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ])('makes %j a text that no spreadsheet runs', (cell, written) => {
    expect(csvLine([cell])).toBe(`${written}\r\n`);
  });
});
