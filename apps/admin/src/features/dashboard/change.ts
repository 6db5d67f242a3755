/** By which part a count grew (0.25 for a quarter more) or fell; null where there is nothing to compare with. */
export function changeOf(now: string, before: string): number | null {
  const [current, earlier] = [Number(now), Number(before)];
  return earlier === 0 ? null : (current - earlier) / earlier;
}
