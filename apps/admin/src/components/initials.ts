/** The first letters of the first two words; joiners, marks of direction and signs are no letters. */
export function initialsOf(name: string): string {
  const letters = name.split(/[\s\u200c_-]+/).flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? []);
  // Apart, so that letters of a joining script do not become one word.
  return letters
    .slice(0, 2)
    .map((letter) => letter.toLocaleUpperCase('en'))
    .join('\u200c');
}
