import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AIProvider, User } from '@ai-providers/db';
import { rawRequest, type RawRequest } from '../testing/raw-http.js';
import { openTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let folder: string;
const page = '<!doctype html><title>The panel</title>';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panel-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), page);
  await writeFile(join(folder, 'assets/index-Ab3dEf9h.js'), 'export {};');
  await writeFile(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(folder, '.env'), 'SECRET_KEY=never');
  await writeFile(`${folder}.txt`, 'outside');
  server = await openTestServer({ panelFolder: folder });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
  await rm(`${folder}.txt`);
});

const get = (target: string, headers: RawRequest['headers'] = {}) => rawRequest(server.url, { target, headers });

describe('a protected procedure, asked by nobody', () => {
  const spies = () => [
    vi.spyOn(AIProvider, 'findAndCountAll'),
    vi.spyOn(AIProvider, 'findAll'),
    vi.spyOn(User, 'findAndCountAll'),
  ];
  it.each([
    ['a Host with a path and a fragment', '/trpc/providers.list', { Host: 'localhost/#@x' }],
    ['a Host with a user', '/trpc/providers.list', { Host: 'admin@localhost' }],
    ['a Host that is empty', '/trpc/providers.list', { Host: '' }],
    [
      'a forwarded host and path',
      '/healthz',
      { 'X-Forwarded-Host': 'x', 'X-Original-URL': '/trpc/providers.list', 'X-Rewrite-URL': '/trpc/providers.list' },
    ],
    ['an absolute target', 'http://localhost/trpc/providers.list', {}],
    ['an absolute target of another host', 'http://evil.example/trpc/providers.list', {}],
    ['a doubled slash before', '//trpc/providers.list', {}],
    ['a doubled slash within', '/trpc//providers.list', {}],
    ['three slashes', '///trpc///providers.list', {}],
    ['encoded dots', '/assets/%2e%2e/trpc/providers.list', {}],
    ['encoded dots and slashes', '/%2e%2e%2ftrpc/providers.list', {}],
    ['plain dots', '/healthz/../trpc/providers.list', {}],
    ['dots after the name', '/trpc/x/../providers.list', {}],
    ['an encoded slash', '/trpc%2fproviders.list', {}],
    ['an encoded letter', '/%74rpc/providers.list', {}],
    ['upper case', '/TRPC/providers.list', {}],
    ['upper case in the procedure', '/trpc/Providers.List', {}],
    ['a semicolon', '/trpc;/providers.list', {}],
    ['a trailing slash', '/trpc/providers.list/', {}],
    ['a backslash', '/\\trpc\\providers.list', {}],
    ['a question mark in front', '?/trpc/providers.list', {}],
    ['an inherited property', '/trpc/constructor', {}],
    ['a prototype', '/trpc/__proto__.list', {}],
    ['a batch with a public one', '/trpc/system.setupStatus,providers.list?batch=1', {}],
  ])('by %s is never answered', async (_what, target, headers) => {
    const watched = spies();
    const answer = await get(target, headers);
    for (const spy of watched) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
    if (target === '/healthz') return expect(answer.text).toBe('{"status":"ok"}');
    expect(answer.status, answer.text).not.toBe(200);
    expect(answer.text).not.toMatch(/"items"|node_modules|\.ts:|at .*\(/);
  });
});

describe('the panel', () => {
  it('is served, always fresh, at every address that it has', async () => {
    for (const path of ['/', '/providers', '/providers/openai', '/login', '/setup?x=1', '/trpcs']) {
      const answer = await get(path);
      expect([path, answer.status, answer.text]).toEqual([path, 200, page]);
      expect(answer.headers).toMatch(/cache-control: no-cache/i);
      expect(answer.headers).toMatch(/content-type: text\/html/i);
    }
  });

  it('has hashed files that are kept for ever, and other files that are not', async () => {
    const hashed = await get('/assets/index-Ab3dEf9h.js');
    expect([hashed.status, hashed.text]).toEqual([200, 'export {};']);
    expect(hashed.headers).toMatch(/cache-control: public, max-age=31536000, immutable/i);
    const icon = await get('/favicon.svg');
    expect(icon.status).toBe(200);
    expect(icon.headers).not.toMatch(/immutable/);
  });

  it.each([
    '/assets/gone-00000000.js',
    '/assets/',
    '/assets',
    '/trpc',
    '/trpc/',
    '/Providers',
    '/providers.php',
    '/index.php',
    '/.env',
    '/.git/config',
    '/assets/.env',
    '/%2e%2e/package.json',
    '/assets/%2e%2e/%2e%2e/x',
    '/assets/..%2f..%2f.txt',
    '/assets/%00',
    '/%ff',
    '//evil.example/',
    '/TRPC/providers.list',
    '//trpc/x',
    '/metrics.json',
  ])('is not the answer to %s, which does not exist', async (path) => {
    const answer = await get(path);
    expect([400, 403, 404], answer.text).toContain(answer.status);
    expect(answer.headers).toMatch(/content-type: application\/json/i);
    expect(JSON.parse(answer.text).error.data).toMatchObject({
      httpStatus: answer.status,
      requestId: expect.stringMatching(/-/),
    });
    expect(answer.text).not.toMatch(/never|outside|panel-/);
  });

  it('is read only: another method finds nothing', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      expect((await rawRequest(server.url, { method, target: '/providers' })).status).toBe(404);
    }
  });

  it('redirects nowhere', async () => {
    for (const path of ['//evil.example/%2e%2e', '/assets', '//evil.example/assets', '/\\evil.example']) {
      const answer = await get(path);
      expect(answer.headers).not.toMatch(/^location:/im);
    }
  });
});
