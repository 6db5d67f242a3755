import { fileURLToPath } from 'node:url';
import { dts } from 'rollup-plugin-dts';

const standIn = fileURLToPath(new URL('types/server-internals.d.ts', import.meta.url));

/**
 * Keeps the server's context out of the types of its procedures: callers never see it.
 * @type {import('rollup').Plugin}
 */
const hideInternals = {
  name: 'hide-internals',
  resolveId: (source) => (/\/trpc\/(context|init)\.js$/.test(source) ? standIn : null),
};

/** The package is installed without this repository: a type from a package that stays here must not get out. */
const published = new Set(['@trpc/client', '@trpc/server']);

/** @type {import('rollup').Plugin} */
const refuseStrangers = {
  name: 'refuse-strangers',
  generateBundle(_options, bundle) {
    const imports = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.imports : []));
    const strangers = imports.filter((name) => !published.has(name));
    if (strangers.length > 0) this.error(`The declarations must not import ${strangers.join(', ')}`);
  },
};

/**
 * One file of declarations that stands by itself.
 * @type {import('rollup').RollupOptions}
 */
export default {
  input: 'src/index.ts',
  output: { file: 'dist/index.d.ts', format: 'es' },
  plugins: [
    hideInternals,
    dts({ tsconfig: 'tsconfig.build.json', includeExternal: ['@ai-providers/server', '@ai-providers/contracts'] }),
    refuseStrangers,
  ],
};
