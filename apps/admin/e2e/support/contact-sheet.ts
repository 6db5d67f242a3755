import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pictures } from './browser.js';

const folder = join(pictures, 'views');
const name = /^(?<page>.+)\.(?<state>[^.]+)\.(?<cell>(?:en|fa)\.(?:light|dark)\.\d+)\.png$/;

/** Before and after a whole run: the pictures of the last one go, and a page that shows them side by side is written. */
export default async function contactSheet(): Promise<() => Promise<void>> {
  await rm(folder, { recursive: true, force: true });
  return async () => {
    await mkdir(folder, { recursive: true });
    const files = (await readdir(folder)).filter((file) => name.test(file)).sort();
    await writeFile(join(folder, 'index.html'), sheetOf(files));
  };
}

/** One row for each page and state, one column for each cell. */
function sheetOf(files: readonly string[]): string {
  const found = files.map((file) => ({ file, ...partsOf(file) }));
  const cells = [...new Set(found.map(({ cell }) => cell))].sort();
  const views = [...new Set(found.map(({ view }) => view))];
  const rows = views.map((view) => {
    const shown = cells.map((cell) => found.find((one) => one.view === view && one.cell === cell)?.file);
    return `<tr><th scope="row">${view}</th>${shown.map(pictureOf).join('')}</tr>`;
  });
  const head = cells.map((cell) => `<th scope="col">${cell}</th>`).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Views</title><style>
body{font:14px system-ui;margin:16px}table{border-collapse:collapse}th{text-align:start;padding:4px;position:sticky;top:0;background:#fff}
td{padding:4px;vertical-align:top}img{height:320px;border:1px solid #94a3b8}</style>
<table><thead><tr><th>${views.length} views</th>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table></html>\n`;
}

function partsOf(file: string): { view: string; cell: string } {
  const { page = '', state = '', cell = '' } = name.exec(file)?.groups ?? {};
  return { view: `${page}.${state}`, cell };
}

function pictureOf(file: string | undefined): string {
  return file === undefined
    ? '<td></td>'
    : `<td><a href="${file}"><img loading="lazy" src="${file}" alt="${file}"></a></td>`;
}
