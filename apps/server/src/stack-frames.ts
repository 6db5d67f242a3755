/** The frames of a stack without its first lines, which repeat the message. */
export function framesOf(error: Error | undefined): string[] {
  return (error?.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
}
