import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bySystem, recordAudit } from '../audit/audited.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { verifyAuditPart, verifyLatestAudit } from './verify-audit-part.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  for (let number = 1; number <= 7; number += 1) await write(`entry ${number}`);
  await sql('create table sound_log as select * from audit_log');
});
afterAll(() => database.close());
beforeEach(() => sql('delete from audit_log; insert into audit_log select * from sound_log'));

const sql = (text: string) => database.sequelize.query(text);
const write = (label: string) =>
  recordAudit(bySystem, { action: 'provider.update', target: { type: 'provider', publicId: null, label } });

/** Part after part, as the panel asks for them. */
async function walkAll(size: bigint) {
  const parts = [await verifyAuditPart(null, size)];
  for (let part = parts[0]; part && !part.fault && part.through !== part.last;) {
    part = await verifyAuditPart(part.through, size);
    parts.push(part);
  }
  return parts;
}

describe('verifyAuditPart', () => {
  it('walks part after part to the end', async () => {
    const parts = await walkAll(3n);
    expect(parts.map(({ checked, through, fault }) => [checked, through, fault])).toEqual([
      [3, '3', null],
      [3, '6', null],
      [1, '7', null],
    ]);
  });

  it('takes a part that ends where the log ends as the last', async () => {
    expect(await verifyAuditPart('4', 3n)).toEqual({ checked: 3, through: '7', last: '7', fault: null });
    expect(await verifyAuditPart('7', 3n)).toEqual({ checked: 0, through: '7', last: '7', fault: null });
  });

  it.each([
    ['an entry that was changed', "update audit_log set actor_label = 'nobody' where id = 5", '5', 'hash'],
    ['an entry that was removed', 'delete from audit_log where id = 5', '5', 'missing'],
    ['the last entry of a part, removed', 'delete from audit_log where id = 3', '3', 'missing'],
    ['a part that was removed whole', 'delete from audit_log where id between 3 and 6', '3', 'missing'],
    ['the end, cut off', 'delete from audit_log where id > 5', '6', 'missing'],
  ])('names %s', async (_what, change, id, problem) => {
    await sql(change);
    for (const size of [1n, 2n, 3n, 100n]) expect((await walkAll(size)).at(-1)?.fault).toEqual({ id, problem });
  });

  it('names the entry that it should start after, where it is gone', async () => {
    expect(await verifyAuditPart('99')).toMatchObject({ checked: 0, fault: { id: '99', problem: 'missing' } });
    expect(await verifyAuditPart('9'.repeat(40))).toMatchObject({ fault: { problem: 'missing' } });
  });

  it('finds nothing wrong with an empty log', async () => {
    await sql("delete from audit_log; update system_state set key = 'kept' where key = 'audit_head'");
    expect(await verifyAuditPart(null)).toEqual({ checked: 0, through: null, last: null, fault: null });
    await sql("update system_state set key = 'audit_head' where key = 'kept'");
  });
});

describe('verifyLatestAudit', () => {
  it('walks the newest entries and no others', async () => {
    await sql("update audit_log set actor_label = 'nobody' where id = 2");
    expect(await verifyLatestAudit(3n)).toEqual({ checked: 3, through: '7', last: '7', fault: null });
  });

  it.each([
    ["update audit_log set ip = '::1' where id = 6", '6', 'hash'],
    ['delete from audit_log where id = 7', '7', 'missing'],
  ])('finds what %s did', async (change, id, problem) => {
    await sql(change);
    expect((await verifyLatestAudit(3n)).fault).toEqual({ id, problem });
  });

  it('walks a short log whole', async () => {
    expect(await verifyLatestAudit()).toMatchObject({ checked: 7, fault: null });
  });
});
