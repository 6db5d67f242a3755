import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { panelRoutes } from './panel-routes.mjs';

/**
 * Weighs the built panel, in kB of gzip -9, and fails where a page is over its budget. A page weighs what its entry, the
 * frame and its own chunk import statically. Raising a number needs a line in the change that says why. What only a
 * browser can measure, requests and seconds of a first load, is in e2e/first-load.test.ts.
 */
const dist = join(import.meta.dirname, '../dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const frame = 'src/layout/PanelLayout.tsx';

// What is not a list page has a budget of its own.
const budgets = {
  '/login': 180,
  // The goal is 180. Skeletons, alerts and fields together; seen once in the life of an installation.
  '/setup': 184,
  '/providers/$slug': 250,
  '/admins/$id': 250,
  // Forms hold the contract's validator, and the frame's one file has what only lists show.
  '/providers/new': 290,
  '/models/new': 295,
  '/': 305,
  '/usage': 305,
};
const listPage = 235;
const routes = panelRoutes();
for (const path of Object.keys(budgets))
  if (!routes.some((route) => route.path === path)) throw new Error(`No page is at ${path}: its budget has no use`);

const pages = [
  ['Entry', 165, []],
  ...routes
    .filter(({ module }) => module !== undefined)
    .map(({ path, module, inFrame }) => [
      path,
      budgets[path] ?? listPage,
      [...(inFrame ? [frame] : []), `src/${module}.tsx`],
    ]),
];

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const weights = new Map();
const weigh = (file) => {
  if (!weights.has(file)) weights.set(file, gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1000);
  return weights.get(file);
};
const sum = (files) => [...files].reduce((total, file) => total + weigh(file), 0);

function filesOf(keys) {
  const seen = new Set();
  const open = [entry, ...keys];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (seen.has(key)) continue;
    if (!manifest[key]) throw new Error(`The build has no chunk for ${key}`);
    seen.add(key);
    open.push(...(manifest[key].imports ?? []));
  }
  return new Set([...seen].map((key) => manifest[key].file));
}

const first = filesOf([]);
const chunks = Object.values(manifest).filter(
  ({ file, isEntry }) => file.endsWith('.js') && !isEntry && !first.has(file),
);
const styles = Object.values(manifest).flatMap(({ file }) => (file.endsWith('.css') ? [file] : []));
const fonts = Object.values(manifest)
  .flatMap(({ assets = [], file }) => [...assets, file])
  .filter((file) => /vazirmatn-(arabic|latin)-wght.*woff2$/.test(file));
const strings = (language) =>
  chunks
    .filter(({ src }) => new RegExp(`i18n/${language}/(first\\.ts|providers\\.json)$`).test(src ?? ''))
    .map(({ file }) => file);

const rows = [
  ...pages.map(([name, budget, keys]) => [`${name} JS`, sum(filesOf(keys)), budget]),
  ['Largest lazy chunk', Math.max(...chunks.map(({ file }) => weigh(file))), 125],
  ['CSS', sum(styles), 40],
  ['Strings en, first load', sum(new Set(strings('en'))), 12],
  ['Strings fa, first load', sum(new Set(strings('fa'))), 12],
  ['Fonts fa, first load', sum(new Set(fonts)), 90],
];

let over = 0;
for (const [name, kilobytes, budget] of rows) {
  const fits = kilobytes <= budget;
  if (!fits) over += 1;
  process.stdout.write(
    `${fits ? '  ' : '! '}${name.padEnd(26)}${kilobytes.toFixed(1).padStart(8)}${String(budget).padStart(8)}\n`,
  );
}
process.stdout.write(over === 0 ? 'All within budget\n' : `${over} over budget\n`);
process.exit(over === 0 ? 0 : 1);
