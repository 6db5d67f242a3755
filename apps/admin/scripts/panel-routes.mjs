import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../src/routes');
const route = /createRoute\(\{([\s\S]*?)\n\}\)/g;

/**
 * Every page of the panel as `src/routes` declares it: its path, its module, and whether the frame stands around it.
 * Read as text, for scripts that run without a browser; a test compares it with the router itself.
 */
export function panelRoutes() {
  return readdirSync(folder)
    .filter((file) => /^(?!.*\.test\.).*\.tsx$/.test(file))
    .flatMap((file) => Array.from(readFileSync(join(folder, file), 'utf8').matchAll(route), ([, text]) => text))
    .map((text) => ({
      path: /\bpath: '([^']+)'/.exec(text)?.[1],
      module: moduleOf(text),
      inFrame: /getParentRoute: \(\) => panelRoute/.test(text),
    }))
    .filter(({ path }) => path !== undefined)
    .sort((one, other) => one.path.localeCompare(other.path));
}

/** What a route loads, from `src`: a page of a feature, or one that this folder composes of several. */
function moduleOf(text) {
  const [, near, name] = /import\('(\.\.?)\/([^']+)\.js'\)/.exec(text) ?? [];
  return near === '.' ? `routes/${name}` : name;
}
