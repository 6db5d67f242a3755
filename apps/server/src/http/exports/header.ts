import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { columnWord } from './column-words.js';

/** How a file names its columns: for programs, or for people in a language. */
const header = z.object({ header: z.enum(['names', 'en', 'fa']).default('names') });
export type Header = z.infer<typeof header>['header'];

/** Parts what an address asks of the file from what it asks of the list. @throws TRPCError where no file has that header */
export function headerOf({ header: asked, ...filters }: Record<string, unknown>) {
  const read = header.safeParse({ header: asked });
  if (read.success) return { header: read.data.header, filters };
  throw new TRPCError({ code: 'BAD_REQUEST', cause: read.error });
}

/** The first line of a file. */
export function headCells(columns: readonly string[], asked: Header): string[] {
  return columns.map((column) => (asked === 'names' ? column : columnWord(column, asked)));
}
