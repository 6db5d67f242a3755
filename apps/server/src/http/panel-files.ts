import { readdirSync } from 'node:fs';
import { extname } from 'node:path';
import express, { type RequestHandler, type Response } from 'express';

/** Smallest first: the encodings in which the build leaves every larger text beside itself, by the end of their names. */
const encodings = new Map([
  ['.br', 'br'],
  ['.gz', 'gzip'],
]);

interface Kept {
  maxAge: string;
  immutable?: boolean;
}

/**
 * Serves the files of a folder, each in the smallest encoding that is there and that the browser reads. What is there is
 * read once: a file that comes later is served as it is.
 */
export function panelFiles(folder: string, kept: Kept): RequestHandler {
  const send = express.static(folder, { ...kept, index: false, redirect: false, setHeaders: nameEncoding });
  const there = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `/${name}`));
  return (req, res, next) => {
    const { path, url } = req;
    const ends = [...encodings.keys()].filter((end) => there.has(path + end));
    if (ends.length > 0) res.vary('accept-encoding');
    const end = ends.find((one) => req.acceptsEncodings(encodings.get(one) ?? one));
    if (end) req.url = path + end + url.slice(path.length);
    send(req, res, (error) => {
      req.url = url;
      next(error);
    });
  };
}

/** Says of a file that is about to be sent how it is packed, and what it holds. */
function nameEncoding(res: Response, path: string): void {
  const end = extname(path);
  const encoding = encodings.get(end);
  if (encoding) res.type(extname(path.slice(0, -end.length))).setHeader('content-encoding', encoding);
}
