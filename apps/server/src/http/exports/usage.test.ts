import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UsageSummary } from '@ai-providers/contracts';
import type { User } from '@ai-providers/db';
import { buildModel, buildProvider } from '@ai-providers/db/testing';
import { openTestServer, type TestServer } from '../../testing/test-server.js';

const counted = '2026-05-03T10:00:00.000Z';
let now = new Date(counted);
let server: TestServer;
let superAdmin: { user: User; cookie: string };
let normal: { user: User; cookie: string };
beforeAll(async () => {
  server = await openTestServer({ now: () => now });
  superAdmin = await server.signIn({ isSuperuser: true });
  normal = await server.signIn();
  const open = { allowSharedForNormalAdmins: true, sharedApiKey: 'sk-test-0123456789abcd' };
  const [first, second] = [await buildProvider(open), await buildProvider(open)];
  const { modelId } = await buildModel(first, { modelId: '=1+1', pricingInput: '2', pricingOutput: '4' });
  await use(superAdmin, first.slug, 230, { model: modelId, inputTokens: 1_000_000, outputTokens: 0 });
  await use(superAdmin, second.slug, 2, { status: 500, latencyMs: 300 });
  await use(normal, first.slug, 3, { model: modelId, inputTokens: 10, outputTokens: 5 });
  now = new Date('2026-05-03T10:01:00Z'); // a range ends before the moment that ends it
});
afterAll(() => server.close());

async function use({ user }: { user: User }, provider: string, count: number, told: object) {
  const token = await server.tokenFor(user, ['usage:write']);
  for (let index = 0; index < count; index += 1) {
    const input = { provider, requestId: `${user.id}-${provider}-${index}`, status: 200, ...told };
    const { status } = await server.call('usage.record', { method: 'POST', token, input });
    expect(status).toBe(200);
  }
}

async function download(target: string, cookie?: string) {
  const response = await fetch(`${server.url}/exports/${target}`, {
    headers: { ...(cookie !== undefined && { cookie }) },
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text };
}
/** The cells of each line by their names. No cell of these tests has a comma. */
function rowsOf(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text.replace('\ufeff', '').trimEnd().split('\r\n');
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index] ?? '', cell])));
}
const asSuper = async (target: string) => rowsOf((await download(target, superAdmin.cookie)).text);
const asNormal = async (target: string) => rowsOf((await download(target, normal.cookie)).text);

describe('/exports/usage.csv', () => {
  it('has the numbers of the summary, in ASCII, and one line of all', async () => {
    const answer = await server.call('usage.summary', { cookie: superAdmin.cookie, input: { groupBy: 'provider' } });
    const { groups, total } = answer.body.result.data as Pick<UsageSummary, 'groups' | 'total'>;
    const rows = await asSuper('usage.csv?groupBy=provider');
    const line = (
      row: string,
      group: { key?: string | null; label?: string | null },
      { figures }: { figures: object },
    ) => ({
      row,
      group: group.key ?? '',
      provider: '',
      label: group.label ?? '',
      ...Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, String(value ?? '')])),
    });
    expect(rows).toEqual([
      ...groups.map((group) => line('group', group, group)),
      line('total', {}, { figures: total }),
    ]);
    expect(rows.map(({ requests }) => requests)).toEqual(['233', '2', '235']);
    expect(rows.at(-1)).toMatchObject({
      errors: '2',
      inputTokens: '230000030',
      averageLatencyMs: '300',
      latencyP50Ms: '254', // in the bucket from 225 to 338
      latencyP95Ms: '310',
    });
  });

  it('takes the filters of the summary', async () => {
    const rows = await asSuper(`usage.csv?groupBy=outcome&admin=${normal.user.publicId}`);
    expect(rows.map(({ row, group, requests }) => [row, group, requests])).toEqual([
      ['group', 'ok', '3'],
      ['total', '', '3'],
    ]);
    expect((await asSuper('usage.csv?to=2020-01-01T00:00:00Z')).map(({ requests }) => requests)).toEqual(['0']);
  });

  it('holds no cell that a spreadsheet would run', async () => {
    const [model] = await asSuper(`usage.csv?groupBy=model&admin=${normal.user.publicId}`);
    expect(model).toMatchObject({ group: "'=1+1", requests: '3' });
  });
});

describe('/exports/requests.csv', () => {
  it('goes on past the first page, the newest first, with ISO times', async () => {
    const rows = await asSuper('requests.csv');
    expect(rows).toHaveLength(235);
    expect(rows[0]).toMatchObject({
      reservedAt: counted,
      admin: normal.user.email,
      inputTokens: '10',
      cost: '0.0000400000',
    });
    expect(new Set(rows.map(({ requestId }) => requestId)).size).toBe(235);
  });

  it('takes the filters of the ledger', async () => {
    expect(await asSuper('requests.csv?outcome=error')).toHaveLength(2);
    expect(await asSuper('requests.csv?model=%3D1%2B1&keySource=personal')).toHaveLength(0);
  });
});

describe('who may download what was used', () => {
  it('is a normal admin for their own requests, without the cost of shared keys', async () => {
    for (const filter of ['', `?admin=${normal.user.publicId}`]) {
      const rows = await asNormal(`requests.csv${filter}`);
      expect(rows).toHaveLength(3);
      for (const row of rows) expect(row).toMatchObject({ adminId: '', admin: '', cost: '', priceInput: '' });
    }
    expect(await asNormal('usage.csv?groupBy=keySource')).toMatchObject([
      { row: 'group', group: 'shared', requests: '3', cost: '' },
      { row: 'total', requests: '3', cost: '' },
    ]);
  });

  it.each(['usage.csv', 'requests.csv'])('is not a normal admin for others, in %s', async (file) => {
    const { status, text } = await download(`${file}?admin=${superAdmin.user.publicId}`, normal.cookie);
    expect([status, JSON.parse(text).error.data.code]).toEqual([404, 'NOT_FOUND']);
  });

  it.each(['usage.csv', 'requests.csv'])('is nobody without a session, in %s', async (file) => {
    expect((await download(file)).status).toBe(401);
  });
});

describe('a question that the list refuses', () => {
  it.each([
    'usage.csv?groupBy=colour',
    'usage.csv?grain=day',
    'requests.csv?from=yesterday',
    'requests.csv?pageSizes=1',
  ])('is refused as %s', async (target) => {
    const { status, headers } = await download(target, superAdmin.cookie);
    expect([status, headers.get('content-disposition')]).toEqual([400, null]);
  });

  it('is one that ends before it begins', async () => {
    const { text } = await download('usage.csv?from=2026-05-03T00:00:00Z&to=2026-05-02T00:00:00Z', superAdmin.cookie);
    expect(JSON.parse(text).error.data.reason).toBe('RANGE_EMPTY');
  });
});
