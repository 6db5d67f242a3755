import { z } from 'zod';
import { limits } from './limits.js';

/** An http(s) address without credentials and fragment, as `URL` writes it, or '' for none. */
export const optionalUrl = z
  .string()
  .trim()
  .max(limits.url)
  .transform((value, context) => {
    if (value === '') return '';
    const problem = problemOf(value);
    if (problem === undefined) return normalised(value);
    context.addIssue({ code: 'custom', params: { reason: problem.reason }, message: problem.message });
    return z.NEVER;
  });

function problemOf(value: string): { reason: string; message: string } | undefined {
  // `URL` repairs `http:host`; an address with no host written out is a slip, not an address.
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? parse(value) : null;
  if (!url) return { reason: 'INVALID_URL', message: 'Enter a full address such as https://api.example.com/v1' };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return { reason: 'URL_SCHEME', message: 'The address must start with https:// or http://' };
  }
  if (url.username || url.password) {
    return { reason: 'URL_CREDENTIALS', message: 'The address must not hold a user name or password' };
  }
  if (url.hash) return { reason: 'URL_FRAGMENT', message: 'The address must not hold a # part' };
  return undefined;
}

function parse(value: string): URL | null {
  try {
    return new URL(value);
  } catch {
    return null; // not an address: the only thing that `URL` throws for
  }
}

function normalised(value: string): string {
  return new URL(value).href.replace(/\/$/, '');
}

/** Scheme, host and port of a stored address; '' for none. */
export function originOf(url: string): string {
  return url === '' ? '' : new URL(url).origin;
}
