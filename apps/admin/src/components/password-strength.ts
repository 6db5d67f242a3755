export type PasswordStrength = 'short' | 'weak' | 'fair' | 'strong';

/** What guessing programs try first; a word with one of these in it is worth only its rest. */
const guessedFirst = /pass ?word|passw0rd|qwerty|letmein|welcome|admin|iloveyou|secret|changeme|رمز|گذرواژه/giu;

/** How hard a password is to guess, for words beside its field; only its length is ever a reason to refuse it. */
export function passwordStrength(password: string, min: number, own: readonly string[] = []): PasswordStrength {
  if (password.length < min) return 'short';
  const rest = withoutOwn(password.replaceAll(guessedFirst, ''), own);
  const effort = rest.length * varietyOf(rest);
  if (effort < min * 0.6) return 'weak';
  return effort >= 18 ? 'strong' : 'fair';
}

/** Somebody's name and address are known to whoever guesses. */
function withoutOwn(text: string, own: readonly string[]): string {
  const parts = own.flatMap((name) => name.split(/[\s@.]+/u)).filter((part) => part.length >= 4);
  return parts.reduce((left, part) => left.replaceAll(new RegExp(escaped(part), 'giu'), ''), text);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** 1 for letters that never repeat or follow each other, near 0 for "aaaa" and "12345678". */
function varietyOf(text: string): number {
  const letters = Array.from(text);
  if (letters.length === 0) return 0;
  const steps = letters
    .slice(1)
    .map((letter, index) => (letter.codePointAt(0) ?? 0) - (letters[index]?.codePointAt(0) ?? 0));
  const surprising = steps.filter((step) => Math.abs(step) > 1).length + 1;
  const kinds = Math.min(1, new Set(letters).size / Math.min(letters.length, 10));
  return (surprising / letters.length) * kinds;
}
