import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../testing/test-server.js';

let plain: TestServer;
let secure: TestServer;
beforeAll(async () => {
  plain = await openTestServer();
  secure = await openTestServer({ database: plain.database, publicUrl: 'https://ai.example.com' });
});
afterAll(async () => {
  await secure.close();
  await plain.close();
});

const policy =
  "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';manifest-src 'self';" +
  "base-uri 'none';form-action 'self';frame-ancestors 'none';object-src 'none'";

describe('every answer', () => {
  it.each([
    '/healthz',
    '/readyz',
    '/trpc/system.setupStatus',
    '/trpc/providers.list',
    '/trpc/nothing',
    '/nothing',
    `/trpc/${','.repeat(20)}`,
  ])('carries the security headers: %s', async (path) => {
    const { headers } = await fetch(plain.url + path);
    expect(headers.get('content-security-policy')).toBe(policy);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server')).toBeNull();
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('over plain HTTP sends no browser to HTTPS', async () => {
    const { headers } = await fetch(`${plain.url}/healthz`);
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
  });

  it('of an installation under HTTPS keeps browsers there', async () => {
    const { headers } = await fetch(`${secure.url}/healthz`);
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
    expect(headers.get('content-security-policy')).toBe(policy);
  });

  it('of the API is kept by no cache', async () => {
    for (const path of ['/trpc/system.setupStatus', '/trpc/providers.list', '/trpc/nothing']) {
      expect((await fetch(plain.url + path)).headers.get('cache-control')).toBe('no-store');
    }
  });
});
