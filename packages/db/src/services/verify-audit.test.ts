import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bySystem, recordAudit } from '../audit/audited.js';
import { chainStart, hashOf } from '../audit/chain.js';
import { noteEnd } from '../audit/head.js';
import { AuditEntry } from '../models/audit-entry.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { verifyAudit } from './verify-audit.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  for (let number = 1; number <= 6; number += 1) await write(`entry ${number}`);
  await sql(
    'create table sound_log as select * from audit_log; create table sound_state as select * from system_state',
  );
});
afterAll(() => database.close());
beforeEach(() =>
  sql(`delete from audit_log; insert into audit_log select * from sound_log;
    delete from system_state; insert into system_state select * from sound_state`),
);

const write = (label: string, by = bySystem) =>
  recordAudit(by, {
    action: 'provider.update',
    target: { type: 'provider', publicId: null, label },
    changes: [{ field: 'name', from: 'a', to: label }],
  });
const sql = (text: string) => database.sequelize.query(text);
const faultAfter = async (text: string) => {
  await sql(text);
  return (await verifyAudit()).fault;
};

/** What somebody would write who knows how the chain is made. */
async function forge(id: string, previousHash: string): Promise<void> {
  const { publicId: _own, ...entry } = (await AuditEntry.findByPk('3', { rejectOnEmpty: true })).get({ plain: true });
  const forged = { ...entry, id, previousHash, targetLabel: 'forged' };
  await AuditEntry.create({ ...forged, hash: hashOf(forged) });
}
async function forgeTo(length: number): Promise<void> {
  const { publicId: _own, ...model } = (await AuditEntry.findByPk('3', { rejectOnEmpty: true })).get({ plain: true });
  const rows = [];
  let last = { id: '6', hash: await hashAt('6') };
  while (Number(last.id) < length) {
    const entry = { ...model, id: String(Number(last.id) + 1), previousHash: last.hash };
    last = { id: entry.id, hash: hashOf(entry) };
    rows.push({ ...entry, hash: last.hash });
  }
  await AuditEntry.bulkCreate(rows);
  await noteEnd(database.sequelize, last);
}
const hashAt = async (id: string) => (await AuditEntry.findByPk(id, { rejectOnEmpty: true })).hash;

describe('verifyAudit', () => {
  it('counts the entries of a sound log and says where it ends', async () => {
    expect(await verifyAudit()).toEqual({ checked: 6, end: { id: '6', hash: await hashAt('6') }, fault: null });
  });

  it('finds nothing wrong with an empty log', async () => {
    await sql("delete from audit_log; delete from system_state where key = 'audit_head'");
    expect(await verifyAudit()).toEqual({ checked: 0, end: null, fault: null });
  });

  it('is not disturbed by writers at work', async () => {
    const writers = Array.from({ length: 10 }, (_, number) => write(`at once ${number}`));
    const verdicts = await Promise.all([verifyAudit(), verifyAudit(), ...writers]);
    expect(verdicts.slice(0, 2)).toEqual([
      expect.objectContaining({ fault: null }),
      expect.objectContaining({ fault: null }),
    ]);
    expect(await verifyAudit()).toMatchObject({ checked: 16, fault: null });
  });

  it('walks a long log by a thousand at a time, and finds a fault where one batch ends', async () => {
    await forgeTo(2000);
    const seen: number[] = [];
    const onProgress = (checked: number) => seen.push(checked);
    expect(await verifyAudit({ onProgress })).toMatchObject({ checked: 2000, fault: null });
    expect(seen).toEqual([1000, 2000]);
    expect(await faultAfter('delete from audit_log where id = 1001')).toEqual({ id: '1001', problem: 'missing' });
  });

  it.each([
    ["action = 'admin.update'"],
    ["changes = '[]'"],
    ["changes = jsonb_set(changes, '{0,to}', '\"b\"')"],
    ["occurred_at = occurred_at + interval '1 millisecond'"],
    ["actor_label = 'nobody'"],
    ['actor_public_id = gen_random_uuid()'],
    ["target_type = 'model'"],
    ['target_public_id = gen_random_uuid()'],
    ["target_label = 'another'"],
    ["via = 'token'"],
    ['via_public_id = gen_random_uuid()'],
    ["ip = '127.0.0.1'"],
    ["user_agent = 'another program'"],
    ["request_id = 'r'"],
    ["hash = repeat('a', 64)"],
  ])('names an entry whose %s was changed', async (change) => {
    for (const id of ['6', '3', '1'])
      expect(await faultAfter(`update audit_log set ${change} where id = ${id}`)).toEqual({ id, problem: 'hash' });
  });

  it('names an entry that does not say any more with which program it was written', async () => {
    await write('by a browser', { ...bySystem, userAgent: 'x'.repeat(500) });
    await write('later');
    expect((await verifyAudit()).fault).toBeNull();
    const change = 'update audit_log set user_agent = null where id = 7';
    expect(await faultAfter(change)).toEqual({ id: '7', problem: 'hash' });
  });

  it('names an entry that follows nothing', async () => {
    const change = "update audit_log set previous_hash = repeat('a', 64) where id = 4";
    expect(await faultAfter(change)).toEqual({ id: '4', problem: 'previous' });
  });

  it.each(['1', '4', '6'])('names entry %s when it was removed', async (id) => {
    expect(await faultAfter(`delete from audit_log where id = ${id}`)).toEqual({ id, problem: 'missing' });
  });

  it('names the first of several that were cut off the end, and still does when the log has gone on', async () => {
    expect(await faultAfter('delete from audit_log where id > 3')).toEqual({ id: '4', problem: 'missing' });
    await write('later');
    expect((await verifyAudit()).fault).toEqual({ id: '4', problem: 'missing' });
  });

  it('notices that all of it was removed', async () => {
    expect(await faultAfter('delete from audit_log')).toEqual({ id: '1', problem: 'missing' });
  });

  it.each([
    ['2', '5'],
    ['3', '4'],
    ['1', '6'],
    ['1', '2'],
    ['5', '6'],
  ])('names the first of entries %s and %s that changed places', async (a, b) => {
    const swap = `update audit_log set id = -id;
      update audit_log set id = case id when -${a} then ${b} when -${b} then ${a} else -id end`;
    expect(await faultAfter(swap)).toEqual({ id: a, problem: 'order' });
  });

  it('names the place where an entry was inserted with a hash of its own', async () => {
    await sql('update audit_log set id = -id where id >= 4; update audit_log set id = 1 - id where id < 0');
    await forge('4', await hashAt('3'));
    expect((await verifyAudit()).fault).toEqual({ id: '5', problem: 'order' });
  });

  it('names an entry that was inserted before the first one', async () => {
    await forge('0', chainStart);
    expect((await verifyAudit()).fault).toEqual({ id: '0', problem: 'unexpected' });
  });

  it('names an entry that was added at the end, and its successor once the log has gone on', async () => {
    await forge('7', await hashAt('6'));
    expect((await verifyAudit()).fault).toEqual({ id: '7', problem: 'unexpected' });
    await write('later');
    expect((await verifyAudit()).fault).toEqual({ id: '8', problem: 'order' });
  });

  it('notices that the note of the end was removed or changed', async () => {
    const head = "where key = 'audit_head'";
    expect(await faultAfter(`update system_state set value = '6:' || repeat('a', 64) ${head}`)).toEqual({
      id: '6',
      problem: 'hash',
    });
    expect(await faultAfter(`delete from system_state ${head}`)).toEqual({ id: '6', problem: 'unnoted' });
  });

  it('finds a log that was rewritten whole, by an entry noted elsewhere', async () => {
    const known = { id: '4', hash: await hashAt('4') };
    expect(await verifyAudit({ known })).toMatchObject({ checked: 6, fault: null });
    await sql("delete from audit_log; delete from system_state where key = 'audit_head'");
    for (let number = 1; number <= 6; number += 1) await write(`rewritten ${number}`);
    expect((await verifyAudit()).fault).toBeNull();
    expect((await verifyAudit({ known })).fault).toEqual({ id: '4', problem: 'hash' });
    expect((await verifyAudit({ known: { ...known, id: '9' } })).fault).toEqual({ id: '7', problem: 'missing' });
  });
});
