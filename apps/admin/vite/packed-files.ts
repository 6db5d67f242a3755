import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const texts = /\.(?:js|css|svg)$/;
/** In bytes; fewer fit into one packet anyway. */
const worthPacking = 1000;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Leaves each larger text of the build also as .br and .gz beside it: the server sends what the browser reads. */
export function packedFiles(): Plugin {
  return {
    name: 'packed-files',
    apply: 'build',
    // Not before all is written: what is packed must be what is there.
    async writeBundle({ dir = '' }) {
      const files = await readdir(dir, { recursive: true });
      await Promise.all(files.filter((file) => texts.test(file)).map((file) => pack(join(dir, file))));
    },
  };
}

async function pack(file: string): Promise<void> {
  const text = await readFile(file);
  if (text.length < worthPacking) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  await writeFile(`${file}.br`, await brotli(text, { params }));
  await writeFile(`${file}.gz`, await zip(text, { level: constants.Z_BEST_COMPRESSION }));
}
