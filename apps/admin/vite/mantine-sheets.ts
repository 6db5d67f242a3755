import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const listFile = join(import.meta.dirname, '../src/theme/mantine.css');
const partOf = /@mantine\/core\/.*\/(\w+)\.module\.mjs$/;

/** Fails the build where a part of Mantine is used and `theme/mantine.css` leaves its stylesheet out, or the reverse. */
export function mantineSheets(): Plugin {
  return {
    name: 'mantine-sheets',
    apply: 'build',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const used = new Set(modules.flatMap((id) => partOf.exec(id)?.[1] ?? []));
      const listed = new Set(
        Array.from(readFileSync(listFile, 'utf8').matchAll(/styles\/([A-Z]\w*)\.css/g), (match) => match[1] ?? ''),
      );
      const missing = [...used].filter((name) => !listed.has(name));
      const unused = [...listed].filter((name) => !used.has(name));
      if (missing.length > 0) this.error(`theme/mantine.css lacks ${missing.join(', ')}`);
      if (unused.length > 0) this.error(`theme/mantine.css lists ${unused.join(', ')}, which nothing uses`);
    },
  };
}
