import { appRouter } from '../routers/index.js';

/** What a procedure declares of itself. */
interface Declared {
  type: 'query' | 'mutation';
  /** Who it is for, as its kind in `trpc/procedures.ts` says. */
  access: string | undefined;
}

type Flat = Record<string, { _def: { type: Declared['type']; meta?: { access?: string } } }>;
const flat = appRouter._def.procedures as unknown as Flat; // nested by type; flat at run time, with the paths as its keys

/** Every procedure of the router by its path. */
export const declaredProcedures: Readonly<Record<string, Declared>> = Object.fromEntries(
  Object.entries(flat).map(([path, { _def }]) => [path, { type: _def.type, access: _def.meta?.access }]),
);
