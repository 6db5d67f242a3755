import compression from 'compression';
import type { RequestHandler } from 'express';
import { isForeign } from './same-origin.js';

/**
 * Packs answers for browsers: a page of a hundred models comes to them over slow lines. A program, known by its
 * token, is nearer, and its calls are worth more than the bytes. What another site asks for stays as it is: from the
 * length of packed answers to chosen questions one could guess what is in them (the BREACH attack, 2013).
 */
export function packedAnswers({ publicOrigin }: { publicOrigin: string | null }): RequestHandler {
  // All of them are text.
  return compression({
    filter: (req) => req.headers.authorization === undefined && !isForeign(req, publicOrigin),
  });
}
