import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { panelRoutes, type PanelRoute } from '../scripts/panel-routes.mjs';
import { languages } from '../src/i18n/languages.js';

/** What boot.js reads: the files, and which of them each page needs, by their places in that list. */
interface FirstFiles {
  files: string[];
  pages: {
    /** A regular expression for the page's address. */
    at: string;
    code: number[];
    /** By language. */
    strings: Record<string, number[]>;
  }[];
}

const bootFile = join(import.meta.dirname, '../src/boot.js');

/**
 * Tells boot.js the files of every page, so that it asks for those of the page at hand at once: without it the code and
 * the strings of the first page would be asked for only when the entry has come and run. The script gets a name of its
 * content, since it names others by theirs, and is kept as long as they are.
 */
export function firstFiles(): Plugin {
  return {
    name: 'first-files',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const source = `window.firstFiles=${JSON.stringify(firstFilesOf(bundle))};\n${readFileSync(bootFile, 'utf8')}`;
      const boot = this.getFileName(this.emitFile({ type: 'asset', name: 'boot.js', source }));
      const page = bundle['index.html'];
      if (page?.type !== 'asset') return this.error('No index.html is built');
      page.source = String(page.source).replace('/src/boot.js', `/${boot}`);
    },
  };
}

function firstFilesOf(bundle: Rolldown.OutputBundle): FirstFiles {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const entry = chunks.flatMap(({ isEntry, fileName }) => (isEntry ? filesFor(fileName) : []));
  const files: string[] = [];
  const placeOf = (file: string) => (files.includes(file) ? files.indexOf(file) : files.push(file) - 1);
  const placesOf = (...modules: string[]) => {
    const needed = new Set(modules.flatMap((module) => filesFor(fileOf(module))));
    return [...needed].filter((file) => !entry.includes(file)).map(placeOf);
  };
  const pages = inOrder(panelRoutes()).flatMap(({ path, module, inFrame, strings }) => {
    if (module === undefined) return [];
    const modules = [...(inFrame ? ['layout/PanelLayout.tsx'] : []), `${module}.tsx`];
    const sentences = (language: string) =>
      placesOf(...['first.ts', ...strings.map((name) => `${name}.json`)].map((name) => `i18n/${language}/${name}`));
    const byLanguage = Object.fromEntries(languages.map((language) => [language, sentences(language)]));
    return { at: addressOf(path), code: placesOf(...modules), strings: byLanguage };
  });
  return { files, pages };

  /** The file that is asked for when this module is: the one made for it, or else the one that holds it. */
  function fileOf(module: string): string {
    const isIt = (id: string | null) => id?.endsWith(`/src/${module}`) === true;
    const chunk = chunks.find((one) => isIt(one.facadeModuleId)) ?? chunks.find((one) => one.moduleIds.some(isIt));
    if (!chunk) throw new Error(`No file of the build holds ${module}`);
    return chunk.fileName;
  }

  /** A file and everything that it imports. */
  function filesFor(fileName: string, seen: string[] = []): string[] {
    const chunk = bundle[fileName];
    if (chunk?.type !== 'chunk' || seen.includes(fileName)) return seen;
    return chunk.imports.reduce((all, imported) => filesFor(imported, all), [...seen, fileName]);
  }
}

/** `/providers/new` before `/providers/$slug`, whose expression fits both. */
const inOrder = (routes: PanelRoute[]) => routes.sort((one, other) => wildness(one) - wildness(other));
const wildness = ({ path }: PanelRoute) => path.split('$').length;

const addressOf = (path: string) => `^${path.replace(/\$\w+/g, '[^/]+')}$`;
