import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../src/routes');
const route = /createRoute\(\{([\s\S]*?)\n\}\)/g;

/**
 * Every page of the panel as `src/routes` declares it: its path, its module, its strings, and whether the frame stands
 * around it. Read as text, for scripts that run without a browser; a test compares it with the router itself.
 */
export function panelRoutes() {
  return readdirSync(folder)
    .filter((file) => /^(?!.*\.test\.).*\.tsx$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .flatMap((file) => Array.from(file.matchAll(route), ([, text]) => ({ file, text })))
    .map(({ file, text }) => ({
      path: /\bpath: '([^']+)'/.exec(text)?.[1],
      // What a route needs twice, or shares with others of its file, stands before it.
      module: moduleOf(/\blazyPage\(page,/.test(text) ? file : text),
      inFrame: /getParentRoute: \(\) => panelRoute/.test(text),
      strings: stringsOf(/\bloader,/.test(text) ? file : text),
    }))
    .filter(({ path }) => path !== undefined)
    .sort((one, other) => one.path.localeCompare(other.path));
}

/** What a route loads, from `src`: a page of a feature, or one that this folder composes of several. */
function moduleOf(text) {
  const [, near, name] = /(?:lazyPage\(|const page = )\(\) => import\('(\.\.?)\/([^']+)\.js'\)/.exec(text) ?? [];
  return near === '.' ? `routes/${name}` : name;
}

function stringsOf(text) {
  const [, names = ''] = /loadStrings\(([^)]*)\)/.exec(text) ?? [];
  return Array.from(names.matchAll(/'(\w+)'/g), ([, name]) => name);
}
