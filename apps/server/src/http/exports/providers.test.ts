import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildModel, buildProvider } from '@ai-providers/db/testing';
import { openTestServer, type TestServer } from '../../testing/test-server.js';

let server: TestServer;
let superCookie: string;
let normalCookie: string;
beforeAll(async () => {
  server = await openTestServer({ now: () => new Date('2026-05-03T10:00:00Z') });
  superCookie = (await server.signIn({ isSuperuser: true })).cookie;
  normalCookie = (await server.signIn()).cookie;
  await buildModel(await buildProvider({ name: 'First', slug: 'first', config: { headers: { 'x-a': 'CANARY' } } }));
  await buildProvider({ name: 'Second', slug: 'second', sharedApiKey: '', isActive: false });
});
afterAll(() => server.close());

async function download(query = '', cookie = superCookie) {
  const response = await fetch(`${server.url}/exports/providers.csv${query}`, { headers: { cookie } });
  const text = await response.text();
  const [head = '', ...rows] = text.trim().split('\r\n');
  return { status: response.status, headers: response.headers, text, head, rows };
}
const slugs = (rows: string[]) => rows.map((row) => row.split(',')[1]);

describe('/exports/providers.csv', () => {
  it('has every provider, active or not, under machine names', async () => {
    const { head, rows, headers } = await download();
    expect(head).toMatch(/^id,slug,name,displayName,website,apiBaseUrl,isActive,/);
    expect(slugs(rows)).toEqual(['first', 'second']);
    expect(rows[0]).toMatch(/,true,true,false,set,1,1,0,,2\d{3}-/);
    expect(rows[1]).toContain(',false,true,false,none,0,0,');
    expect(headers.get('content-disposition')).toContain('providers-2026-05-03.csv');
  });

  it('holds no key, no last four characters of one and no configuration', async () => {
    expect((await download()).text).not.toMatch(/abcd|sk-test|gAAAA|CANARY|x-a/);
  });

  it('follows the filters of the list, and takes single providers by their ids', async () => {
    expect(slugs((await download('?isActive=false')).rows)).toEqual(['second']);
    expect(slugs((await download('?search=first')).rows)).toEqual(['first']);
    const id = (await download()).rows[1]?.split(',')[0];
    expect(slugs((await download(`?ids=${id}`)).rows)).toEqual(['second']);
  });

  it('refuses what the list would refuse, and everybody but super admins', async () => {
    expect((await download('?colour=red')).status).toBe(400);
    const { status, text } = await download('', normalCookie);
    expect([status, JSON.parse(text).error.data.reason]).toEqual([403, 'FORBIDDEN']);
    expect((await download('', '')).status).toBe(401);
  });
});
