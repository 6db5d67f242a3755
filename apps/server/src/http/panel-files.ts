import { existsSync, readdirSync } from 'node:fs';
import { extname } from 'node:path';
import express, { type RequestHandler, type Response } from 'express';

/** How the build leaves every larger text beside itself, and by which end of the name; smallest first. */
const packings = [
  { encoding: 'br', end: '.br' },
  { encoding: 'gzip', end: '.gz' },
];

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
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  const there = new Set(names.map((name) => `/${name}`));
  return (req, res, next) => {
    const { path, url } = req;
    const packed = packings.filter(({ end }) => there.has(path + end));
    if (packed.length > 0) res.vary('accept-encoding');
    const chosen = packed.find(({ encoding }) => req.acceptsEncodings(encoding));
    if (chosen) req.url = path + chosen.end + url.slice(path.length);
    send(req, res, (error) => {
      req.url = url;
      next(error);
    });
  };
}

/** Says of a file that is about to be sent how it is packed, and what it holds. */
function nameEncoding(res: Response, path: string): void {
  const packing = packings.find(({ end }) => path.endsWith(end));
  if (!packing) return;
  res.type(extname(path.slice(0, -packing.end.length)));
  res.setHeader('content-encoding', packing.encoding);
}
