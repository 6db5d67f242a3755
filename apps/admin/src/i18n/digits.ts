const persianZero = 0x06f0;
const arabicZero = 0x0660;

/** Persian and Arabic digits, decimal and thousands marks, as the ASCII ones that inputs and requests use. */
export function toAsciiDigits(text: string): string {
  return text
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - persianZero))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - arabicZero))
    .replace(/٫/g, '.')
    .replace(/٬/g, ',');
}

export type NumberKind = 'integer' | 'decimal';

/**
 * The number that somebody typed, as digits and one point, without the marks between thousands. Where a fraction may
 * be typed, one comma alone may stand before it or between thousands: it stays, and the schema refuses the text.
 */
export function numberText(typed: string, kind: NumberKind = 'integer'): string {
  const text = toAsciiDigits(typed.replace(/٬/g, ''))
    .replace(/[\s\u200e\u200f]/g, '')
    .replace(/،/g, ',');
  return kind === 'decimal' && /^[^,.]*,\d{0,6}$/.test(text) ? text : text.replace(/,/g, '');
}

/** Null for an empty field and NaN for what is no whole number: the schema says what is wrong with it. */
export function integerOf(typed: string): number | null {
  const text = numberText(typed);
  if (text === '') return null;
  return /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
}

/**
 * What two spellings of the same words have in common: Arabic and Persian letters, digits of any script,
 * marks and zero-width joiners are folded. For both sides of a comparison.
 */
export function normaliseSearch(text: string): string {
  return toAsciiDigits(text)
    .normalize('NFKD')
    .replace(/\p{M}|\u200c|\u200d|\u0640/gu, '')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/ة/g, 'ه')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
