const letterCode = /^Key([A-Z])$/;
const brackets: Record<string, string> = { BracketLeft: '[', BracketRight: ']' };

/**
 * The name of a pressed key: a small letter, a sign such as `?`, or the browser's name such as `ArrowDown`; a letter
 * with Shift is `Shift+x`. The place of a key counts where its layout is not Latin: people who write Persian have the
 * same shortcuts.
 */
export function keyOf({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string {
  if (key === '؟') return '?';
  if (isForeignLetter(key) && brackets[code]) return brackets[code];
  const letter = /^[a-z]$/i.test(key) ? key : isForeignLetter(key) ? letterCode.exec(code)?.[1] : undefined;
  if (letter === undefined) return key;
  return shiftKey ? `Shift+${letter.toLowerCase()}` : letter.toLowerCase();
}

function isForeignLetter(key: string): boolean {
  return /^\p{L}$/u.test(key);
}
