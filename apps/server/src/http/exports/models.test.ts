import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { User } from '@ai-providers/db';
import { buildModel, buildProvider } from '@ai-providers/db/testing';
import { openTestServer, type TestServer } from '../../testing/test-server.js';

let server: TestServer;
let superAdmin: { user: User; cookie: string };
let normal: { user: User; cookie: string };
beforeAll(async () => {
  server = await openTestServer({ now: () => new Date('2026-05-03T10:00:00Z') });
  superAdmin = await server.signIn({ isSuperuser: true });
  normal = await server.signIn();
  const acme = await buildProvider({ slug: 'acme' });
  const config = { note: 'inner', lifecycle: { status: 'retired' } };
  await buildModel(acme, { name: '=1+1', modelId: 'a', capabilities: ['chat', 'vision'], pricingInput: '2.5', config });
  await buildModel(acme, { name: 'Gone', modelId: 'gone', isActive: false, contextWindow: 4096 });
  const other = await buildProvider({ slug: 'other' });
  for (let index = 0; index < 120; index += 1)
    await buildModel(other, { name: `Many ${index}`, contextWindow: 128_000 });
});
afterAll(() => server.close());

async function download(query: string, cookie?: string) {
  const response = await fetch(`${server.url}/exports/models.${query}`, { headers: { ...(cookie && { cookie }) } });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
const idsOf = (text: string) =>
  text
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(',')[2]);

describe('/exports/models.csv', () => {
  it('holds every model, with harmless cells under machine names', async () => {
    const { status, headers, text } = await download('csv', superAdmin.cookie);
    expect([status, headers.get('content-disposition')]).toEqual([200, 'attachment; filename="models-2026-05-03.csv"']);
    const [head, first] = text.split('\r\n');
    expect(head).toBe(
      'id,provider,modelId,name,displayName,capabilities,pricingInput,pricingOutput,contextWindow,maxTokens,sortOrder,isActive,isRetired,totalRequests,config,createdAt,updatedAt',
    );
    expect(first).toContain(",acme,a,'=1+1,");
    expect(first).toContain(',chat vision,2.500000,,,,0,true,true,0,');
    expect(idsOf(text)).toHaveLength(122);
  });

  it.each([
    ['isActive=false', ['gone']],
    ['provider=acme&provider=nobody&sort=-name', ['gone', 'a']],
    ['capability=chat&capability=vision', ['a']],
    ['maxContextWindow=5000&minContextWindow=4096', ['gone']],
    ['isRetired=true', ['a']],
    ['maxPricingInput=2.5', ['a']],
  ])('takes the filters of the list: %s', async (query, ids) => {
    const { text } = await download(`csv?${query}`, superAdmin.cookie);
    expect(idsOf(text).sort()).toEqual([...ids].sort());
  });

  it('takes single models by their ids, in the order of the list, and of those that a normal admin sees', async () => {
    const all = (await download('csv', superAdmin.cookie)).text.split('\r\n').slice(1, -1);
    const [id, last, hidden] = [all[0], all.at(-1), all.find((line) => line.includes(',gone,'))].map(
      (line) => line?.split(',')[0],
    );
    const query = `csv?ids=${[last, hidden, id].join(',')}`;
    const found = async (cookie: string) => idsOf((await download(query, cookie)).text);
    expect(await found(superAdmin.cookie)).toEqual(['a', 'gone', all.at(-1)?.split(',')[2]]);
    expect(await found(normal.cookie)).toEqual(['a', all.at(-1)?.split(',')[2]]);
  });

  it.each(['isActive=maybe', 'minContextWindow=few', 'secret=1', 'capability=telepathy', 'maxPricingInput=-1'])(
    'refuses %s, as the list does',
    async (query) => {
      expect((await download(`csv?${query}`, superAdmin.cookie)).status).toBe(400);
    },
  );

  it('gives a normal admin what the list would, and nothing of the rest', async () => {
    const { text } = await download('csv', normal.cookie);
    expect(idsOf(text)).toHaveLength(121);
    for (const hidden of ['gone', 'inner', 'retired']) expect(text).not.toContain(`,${hidden}`);
    expect(text.split('\r\n')[1]).toContain(',0,true,,,,');
    expect((await download('csv?isRetired=true', normal.cookie)).status).toBe(403);
  });

  it('is for nobody who has not signed in', async () => {
    expect((await download('csv')).status).toBe(401);
  });
});
