/**
 * What helps to find why a page stopped working: which build, which page, what kind of error, and where. Messages and
 * values of the address may hold data, so neither is in it.
 * @param page as the router names it: `/providers/$slug`
 */
export function crashDetails(error: unknown, page: string): string {
  const { name, frames } = error instanceof Error ? partsOf(error) : { name: typeof error, frames: [] };
  return [`Build: ${build()}`, `Page: ${page}`, `Error: ${name}`, ...frames].join('\n');
}

/** The name of the first script, which a build makes from what it holds. */
function build(): string {
  const script = document.querySelector<HTMLScriptElement>('script[type=module][src]');
  return script?.getAttribute('src') ?? 'unknown';
}

/** A frame ends with a place; the lines of a message go before, and may look like anything. */
const frame = /^(?:\s*at .+|[^\s@]*@.+):\d+:\d+\)?$/;

function partsOf({ name, message, stack = '' }: Error) {
  const lines = stack.replace(message, '').replaceAll(window.location.origin, '').split('\n');
  return { name, frames: lines.filter((line) => frame.test(line)).map((line) => line.replace(/[?#][^:)]*/, '')) };
}
