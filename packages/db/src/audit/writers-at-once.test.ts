import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorkplace, runScript, type Workplace } from '../commands/fixtures/workplace.js';
import { silentLog } from '../log.js';
import { migrate } from '../migrate.js';
import { AuditEntry } from '../models/audit-entry.js';
import { verifyAudit } from '../services/verify-audit.js';

const keys = { SECRET_KEY: 'the secret key of writers at once' };
const [processes, rows] = [4, 25];

let workplace: Workplace;
beforeAll(async () => {
  workplace = await makeWorkplace();
  const { database } = await workplace.open(keys);
  await migrate(database.sequelize, silentLog);
  await database.close();
});
afterAll(() => workplace.remove());

const write = (name: string) =>
  runScript('audit/fixtures/writer.mjs', [name, String(rows)], { ...workplace.where, ...keys });

/** All at once on a server; embedded data has one process at a time. */
async function writeAll() {
  const names = Array.from({ length: processes }, (_, number) => `process ${number}`);
  if (workplace.where.DATABASE_URL !== undefined) return Promise.all(names.map(write));
  const ended = [];
  for (const name of names) ended.push(await write(name));
  return ended;
}

describe('writers in processes of their own', () => {
  it('make one chain, without a gap or a fork', async () => {
    for (const ended of await writeAll()) expect(ended).toMatchObject({ code: 0, stderr: '' });
    const { database } = await workplace.open(keys);
    expect(await verifyAudit()).toMatchObject({ checked: processes * rows, fault: null });
    expect(await AuditEntry.count({ distinct: true, col: 'previousHash' })).toBe(processes * rows);
    await database.close();
  });
});
