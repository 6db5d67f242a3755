import pino, { type Logger } from 'pino';
import type { Env } from './env.js';

/** JSON lines on standard output. Fields never hold inputs, and what could hold a secret is cut out by name as well. */
export function createLog(level: Env['LOG_LEVEL']): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: [
        'password',
        'apiKey',
        'token',
        'secret',
        'authorization',
        'cookie',
        '*.password',
        '*.apiKey',
        '*.token',
        '*.authorization',
        '*.cookie',
      ],
    },
    serializers: { err: (error: Error) => ({ name: error.name }), error: (error: Error) => ({ name: error.name }) },
  });
}
