import { z } from 'zod';
import { limits } from './limits.js';

export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const slug = z
  .string()
  .trim()
  .min(1)
  .max(limits.slug)
  .regex(slugPattern, 'Use small Latin letters, digits and single hyphens');

// Letters of the Persian and Arabic alphabets, in the romanisation that Persian speakers type.
const latinOf: Record<string, string> = {
  ا: 'a',
  آ: 'a',
  أ: 'a',
  إ: 'e',
  ب: 'b',
  پ: 'p',
  ت: 't',
  ث: 's',
  ج: 'j',
  چ: 'ch',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'z',
  ر: 'r',
  ز: 'z',
  ژ: 'zh',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'z',
  ط: 't',
  ظ: 'z',
  ع: 'a',
  غ: 'gh',
  ف: 'f',
  ق: 'gh',
  ک: 'k',
  ك: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
  و: 'v',
  ؤ: 'o',
  ه: 'h',
  ة: 'h',
  ی: 'y',
  ي: 'y',
  ى: 'y',
  ئ: 'y',
  ء: '',
  '\u200c': '-', // the zero-width non-joiner parts words
};

/**
 * A slug for a name in any script: Latin letters lose their marks, Persian and Arabic ones are romanised,
 * digits of any script become ASCII. A name with nothing left gets a stable `provider-…` of its own.
 */
export function slugOf(name: string): string {
  const latin = [...name.normalize('NFKD').toLowerCase()]
    .map((letter) => latinOf[letter] ?? asciiDigit(letter))
    .join('');
  const slugged = latin
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, limits.slug)
    .replace(/^-+|-+$/g, '');
  return slugged || `provider-${fingerprint(name)}`;
}

function asciiDigit(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0);
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660);
  return letter;
}

/** FNV-1a, 32 bits: the same name always gets the same eight characters. */
function fingerprint(value: string): string {
  let hash = 0x811c9dc5;
  for (const letter of value) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
