import { pipeline, Readable } from 'node:stream';
import { TRPCError } from '@trpc/server';
import { Router, type Request, type Response } from 'express';
import type { createContextFactory } from '../create-context.js';
import { answerFailure } from '../error-answer.js';
import { auditExport } from './audit.js';
import { createCaller } from './caller.js';
import { downloadOf, formats, type Download, type Format } from './export.js';
import { modelsExport } from './models.js';
import { providersExport } from './providers.js';
import { requestsExport, usageExport } from './usage.js';

const downloads: readonly Download[] = [
  downloadOf(auditExport),
  downloadOf(modelsExport),
  downloadOf(providersExport),
  downloadOf(requestsExport),
  downloadOf(usageExport),
];

const filePattern = /^\/([a-z-]+)\.(csv|jsonl)$/;

/** Lists as files: `/exports/audit.csv` and `.jsonl`, with the filters of the list in the address. */
export function exportRoutes(createContext: ReturnType<typeof createContextFactory>): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get(filePattern, async (req, res, next) => {
    const [, name, format] = filePattern.exec(req.path) ?? [];
    const download = downloads.find((each) => each.name === name);
    if (!download) return next();
    const context = createContext({ req, res });
    const text = download.text(format as Format, createCaller(context), { ...req.query }); // the pattern names no others
    const file = `${download.name}-${context.now().toISOString().slice(0, 10)}.${format}`;
    await send(req, res, text, { 'content-type': formats[format as Format], ...attachment(file) }); // as above
  });
  return router;
}

const attachment = (file: string) => ({ 'content-disposition': `attachment; filename="${file}"` });

/** A refusal is an answer of its own; what fails later cuts the file short, so that it is not taken for whole. */
async function send(req: Request, res: Response, text: AsyncGenerator<string>, headers: Record<string, string>) {
  let first: IteratorResult<string>;
  try {
    first = await text.next();
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return answerFailure(res, error);
  }
  res.set(headers);
  if (req.method === 'HEAD') return void res.end();
  // Page after page as the reader takes them. Whoever goes away ends the reading, too; a procedure logs its failures itself.
  pipeline(Readable.from(following(first, text)), res, () => undefined);
}

async function* following(first: IteratorResult<string>, rest: AsyncGenerator<string>) {
  if (!first.done) yield first.value;
  yield* rest;
}
