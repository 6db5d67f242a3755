import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

/** Gives every answer an id of our own making: one from outside could forge a line of the log. */
export function requestId(_req: Request, res: Response, next: NextFunction): void {
  res.setHeader('x-request-id', randomUUID());
  next();
}
