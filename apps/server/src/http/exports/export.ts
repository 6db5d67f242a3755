import { TRPCError } from '@trpc/server';
import type { Permission } from '@ai-providers/contracts';
import type { createCaller } from './caller.js';
import { byteOrderMark, csvLine, type Cell } from './csv.js';
import { headCells, headerOf, type Header } from './header.js';

type Caller = ReturnType<typeof createCaller>;

/** A list that can be downloaded whole. */
export interface Export<Row> {
  /** Its address and its file: `audit` is `/exports/audit.csv`. */
  name: string;
  /** A right that the caller's account must have, where the list is open to more callers than the file. */
  permission?: Permission;
  /** The cells of a row, by machine names: the header of the file, unless people’s words are asked for. */
  columns: Record<string, (row: Row) => Cell>;
  /**
   * The rows, page after page, from the procedure that the list itself is read by: who may read what is decided there,
   * and there the filters are checked.
   */
  pages: (caller: Caller, filters: Record<string, unknown>) => AsyncGenerator<readonly Row[]>;
}

/** The same, ready to be written. */
export interface Download {
  name: string;
  /** `filters` may name a `header` besides. */
  text: (format: Format, caller: Caller, filters: Record<string, unknown>) => AsyncGenerator<string>;
}

export const formats = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' } as const;
export type Format = keyof typeof formats;

/** Writes rows as text. What the first page says about the caller is known before the first character leaves. */
export function downloadOf<Row>({ name, permission, columns, pages }: Export<Row>): Download {
  const lines = {
    csv: (row: Row) => csvLine(Object.values(columns).map((cell) => cell(row))),
    jsonl: (row: Row) => `${JSON.stringify(row)}\n`,
  };
  const heads = {
    csv: (header: Header) => byteOrderMark + csvLine(headCells(Object.keys(columns), header)),
    jsonl: () => '',
  };
  return {
    name,
    async *text(format, caller, asked) {
      const { header, filters } = headerOf(asked);
      if (permission && !(await caller.auth.me()).can.includes(permission)) throw new TRPCError({ code: 'FORBIDDEN' });
      let head = heads[format](header);
      for await (const page of pages(caller, filters)) {
        yield head + page.map(lines[format]).join('');
        head = '';
      }
    },
  };
}
