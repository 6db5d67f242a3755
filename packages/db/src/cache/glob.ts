/** A test for keys: `*` stands for any characters, everything else for itself. */
export function globMatcher(pattern: string): (key: string) => boolean {
  const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const expression = new RegExp(`^${pattern.split(/\*+/).map(literal).join('.*')}$`, 's');
  return (key) => expression.test(key);
}
