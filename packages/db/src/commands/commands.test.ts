import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AIProvider } from '../models/ai-provider.js';
import { makeWorkplace, runScript, type Workplace } from './fixtures/workplace.js';
import { runAlone } from './run-alone.js';

const keys = { SECRET_KEY: 'the secret key of the tests of commands' };
const otherKeys = { SECRET_KEY: 'another secret key for those tests' };
const names = [
  'db-migrate',
  'db-seed',
  'keys-rotate',
  'keys-adopt',
  'audit-verify',
  'usage-recount',
  'backup',
  'restore',
];

let place: Workplace;
let target: Workplace;
beforeAll(async () => {
  [place, target] = [await makeWorkplace(), await makeWorkplace()];
});
afterAll(async () => {
  await place.remove();
  await target.remove();
});

const run = (name: string, args: string[] = [], env: Record<string, string> = keys, { where } = place) =>
  runScript(`commands/${name}.ts`, args, { ...where, ...env });
const backupFile = () => join(place.folder, 'backup.gz');
const query = async (sql: string) => {
  const { database } = await place.open(keys);
  await database.sequelize.query(sql);
  await database.close();
};

describe('every command', () => {
  it.each(names)('%s explains itself, and opens no data for that', async (name) => {
    const { code, stdout, stderr } = await run(name, ['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Usage: pnpm ${name.replace('-', ':')}`);
    expect(existsSync(place.where.DATA_DIR ?? '')).toBe(false);
  });

  it('is a script of the repository under the name that it shows', () => {
    const { scripts } = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'));
    for (const name of names) expect(scripts[name.replace('-', ':')]).toContain(`packages/db/dist/commands/${name}.js`);
    const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
    const entries = files.filter((file) =>
      readFileSync(join(import.meta.dirname, file), 'utf8').includes('await runCommand('),
    );
    expect(entries.toSorted()).toEqual(names.map((name) => `${name}.ts`).toSorted());
  });

  it('ends with 2 and its usage when it is called wrongly', async () => {
    const { code, stdout, stderr } = await run('keys-rotate', ['--fast']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^Unknown option '--fast'\n\nUsage: pnpm keys:rotate/);
    expect(await run('audit-verify', ['--known', 'nonsense'])).toMatchObject({ code: 2 });
  });

  it('ends with 1 and says what is missing on data without a schema', async () => {
    const { code, stderr } = await run('audit-verify');
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^This database is empty or older.*run db:migrate first\.\n$/),
    });
  });
});

describe('on one database, from its making to its restoration', () => {
  it('db:migrate makes the schema once', async () => {
    expect(await run('db-migrate')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Migrated: 0001/) });
    expect(await run('db-migrate')).toMatchObject({ code: 0, stdout: 'Nothing to migrate\n' });
  });

  it('db:seed fills it', async () => {
    expect(await run('db-seed', [], { ...keys, OPENAI_API_KEY: 'sk-openai-of-the-seed' })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Added 7 providers'),
    });
  });

  it('keys:adopt adopts what was copied, and ends with 1 while a key opens nowhere', async () => {
    await query("update ai_providers set shared_api_key_binding = null where slug = 'openai'");
    expect(await run('keys-adopt')).toMatchObject({
      code: 0,
      stdout: 'Keys adopted: 1\n  the shared key of openai\n',
    });
    await query("update ai_providers set shared_api_key = 'sk-in-clear' where slug = 'groq'");
    const { code, stdout } = await run('keys-adopt');
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: 'Keys adopted: 0\nKeys that no SECRET_KEY of ours opens, left as they are: 1\n  the shared key of groq\n',
    });
    await query("update ai_providers set shared_api_key = '' where slug = 'groq'");
  });

  it('keys:rotate refuses another SECRET_KEY, and changes nothing', async () => {
    const { code, stdout, stderr } = await run('keys-rotate', [], otherKeys);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^SECRET_KEY is not the one that this database was made with.*Nothing was changed\.\n$/);
    const { database } = await place.open(keys);
    expect((await AIProvider.findOne({ where: { slug: 'openai' } }))?.getSharedApiKey()).toBe('sk-openai-of-the-seed');
    await database.close();
  });

  it('usage:recount sets a wrong counter right', async () => {
    await query("update ai_providers set total_requests = 5 where slug = 'openai'");
    expect(await run('usage-recount')).toMatchObject({
      code: 0,
      stdout: 'Counters that differed from the ledger: providers 1.\n',
    });
    expect(await run('usage-recount')).toMatchObject({ code: 0, stdout: 'No counter differed from the ledger.\n' });
  });

  it('backup writes it to a new file only', async () => {
    const file = backupFile();
    expect(await run('backup', [file])).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/\d+ of \d+ rows/),
      stdout: expect.stringContaining('the SECRET_KEY of now is needed'),
    });
    expect(await run('backup', [file])).toMatchObject({ code: 1, stderr: expect.stringContaining('exists already') });
  });

  it('restore carries it over with the SECRET_KEY of the backup, once and into an empty place only', async () => {
    const file = backupFile();
    expect(await run('restore', [file], otherKeys, target)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('--allow-other-key'),
    });
    expect(await run('restore', [file], keys, target)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+ rows of \d+ tables were restored/),
    });
    expect(await run('restore', [file], keys, target)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('not empty'),
    });
    expect(await run('audit-verify', [], keys, target)).toMatchObject({ code: 0 });
  });

  it('restore refuses what is no backup', async () => {
    await writeFile(backupFile(), 'no backup');
    expect(await run('restore', [backupFile()], keys, target)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/is no backup.*Nothing was restored\.\n$/),
    });
  });

  it('audit:verify counts, and ends with 1 and the first bad entry', async () => {
    const sound = await run('audit-verify');
    expect(sound).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Entries: 3, all sound\. The last one:\n3:[0-9a-f]{64}\n$/),
    });
    const known = sound.stdout.trim().split('\n').at(-1) ?? '';
    expect(await run('audit-verify', ['--known', known])).toMatchObject({ code: 0 });
    expect(await run('audit-verify', ['--known', known.replace('3:', '2:')])).toMatchObject({ code: 1 });
    await query('delete from audit_log where id = 3');
    expect(await run('audit-verify')).toMatchObject({ code: 1, stdout: 'Entry 3 is missing. Sound before it: 2.\n' });
  });
});

describe('beside another process', () => {
  it('a command says who has the data, or that it is running already', async () => {
    const { database } = await place.open(keys);
    const busy = await runAlone(database, 'keys:rotate', () => run('keys-rotate'));
    expect(busy.code).toBe(1);
    expect(busy.stderr).toMatch(
      database.embedded ? /is in use by process \d+: stop it/ : /^keys:rotate is running already, in another process/,
    );
    if (!database.embedded) expect(await run('keys-rotate')).toMatchObject({ code: 0 });
    await database.close();
  });
});
