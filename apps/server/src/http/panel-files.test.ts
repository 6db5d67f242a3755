import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../testing/test-server.js';

const code = 'export const answer = 42;';
let server: TestServer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panel-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writePacked('start-Ab3dEf9h.js', code);
  await writePacked('gone-Ab3dEf9h.js', code);
  await writeFile(join(folder, 'assets/old-Ab3dEf9h.css'), 'a {}');
  await writeFile(join(folder, 'assets/old-Ab3dEf9h.css.gz'), gzipSync('a {}'));
  server = await openTestServer({ panelFolder: folder });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function writePacked(name: string, text: string): Promise<void> {
  const file = join(folder, 'assets', name);
  await writeFile(file, text);
  await writeFile(`${file}.br`, brotliCompressSync(text));
  await writeFile(`${file}.gz`, gzipSync(text));
}

/** What a browser that reads these encodings is sent, unpacked. */
async function get(path: string, accepted: string, headers: Record<string, string> = {}, method = 'GET') {
  const answer = await fetch(server.url + path, { method, headers: { ...headers, 'accept-encoding': accepted } });
  const { status } = answer;
  const named = (name: string) => answer.headers.get(name);
  return { status, text: await answer.text(), encoding: named('content-encoding'), named };
}

describe('a file that the build has packed', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['br', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['identity', null],
    ['deflate', null],
    ['', null],
  ])('is sent to who reads "%s" as %s', async (accepted, encoding) => {
    const answer = await get('/assets/start-Ab3dEf9h.js', accepted);
    expect(answer).toMatchObject({ status: 200, text: code, encoding });
    expect(answer.named('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.named('vary')).toBe('accept-encoding');
    expect(answer.named('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('is sent in the one encoding that is there', async () => {
    const answer = await get('/assets/old-Ab3dEf9h.css', 'br, gzip');
    expect(answer).toMatchObject({ status: 200, text: 'a {}', encoding: 'gzip' });
    expect(answer.named('content-type')).toBe('text/css; charset=utf-8');
  });

  it('is found with a query, and by HEAD', async () => {
    expect(await get('/assets/start-Ab3dEf9h.js?v=1', 'br')).toMatchObject({ text: code, encoding: 'br' });
    const head = await get('/assets/start-Ab3dEf9h.js', 'br', {}, 'HEAD');
    expect(head).toMatchObject({ status: 200, text: '', encoding: 'br' });
  });

  it('is not sent again to who has it', async () => {
    const first = await get('/assets/start-Ab3dEf9h.js', 'br');
    const etag = first.named('etag') ?? '';
    // fetch would ask for a new copy of its own accord.
    const known = { 'if-none-match': etag, 'cache-control': 'max-age=0' };
    expect(await get('/assets/start-Ab3dEf9h.js', 'br', known)).toMatchObject({ status: 304, text: '' });
    expect(await get('/assets/start-Ab3dEf9h.js', 'gzip', known)).toMatchObject({ status: 200, text: code });
  });

  it('is refused in plain text when a new build has taken its place meanwhile', async () => {
    for (const end of ['', '.br', '.gz']) await rm(join(folder, `assets/gone-Ab3dEf9h.js${end}`));
    const answer = await get('/assets/gone-Ab3dEf9h.js', 'br');
    expect(answer).toMatchObject({ status: 404, encoding: null });
    expect(JSON.parse(answer.text).error.data.httpStatus).toBe(404);
  });
});

it('a folder that is not there has no files, and keeps no server from starting', async () => {
  const bare = await mkdtemp(join(tmpdir(), 'panel-'));
  await writeFile(join(bare, 'index.html'), '<!doctype html>');
  const other = await openTestServer({ panelFolder: bare });
  const status = async (path: string) => (await fetch(other.url + path)).status;
  expect([await status('/'), await status('/assets/start-Ab3dEf9h.js')]).toEqual([200, 404]);
  await other.close();
  await rm(bare, { recursive: true });
});

it('a file that the build has left as it is says nothing of encodings', async () => {
  const answer = await get('/favicon.svg', 'gzip, br');
  expect(answer).toMatchObject({ status: 200, encoding: null });
  expect([answer.named('vary'), answer.named('content-type')]).toEqual([null, 'image/svg+xml']);
});
