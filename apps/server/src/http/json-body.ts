import express, { type RequestHandler } from 'express';
import { requestLimits } from './request-limits.js';

/**
 * Reads a JSON body as text and leaves it to tRPC to parse. A parsed one would be written out and parsed again, which
 * takes time and fails on a value that is nested 100,000 deep.
 */
export const jsonBody: RequestHandler = express.text({
  type: 'application/json',
  limit: requestLimits.bodyBytes,
  defaultCharset: 'utf-8',
  verify(_req, _res, _body, charset) {
    if (!charset.startsWith('utf-')) throw Object.assign(new Error('JSON is written in Unicode'), { status: 415 });
  },
});
