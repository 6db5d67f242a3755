import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AIModel, AIProvider, User } from '@ai-providers/db';
import { buildModel, buildProvider, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { createPasswords } from '../security/passwords.js';
import { password, type Input } from '../testing/audited-mutation.js';
import { auditedMutations } from '../testing/audited-mutations.js';
import { callersOn } from '../testing/caller.js';
import { callAndRead } from '../testing/audit-rows.js';
import { declaredProcedures } from '../testing/declared-procedures.js';

let database: TestDatabase;
let as: Awaited<ReturnType<typeof callersOn>>;
let passwordHash: string;
let admin: User;
let other: User;
let provider: AIProvider;
let model: AIModel;
beforeAll(async () => {
  database = await openTestDatabase();
  as = await callersOn(database);
  passwordHash = await createPasswords().hash(password);
});
afterAll(() => database.close());
beforeEach(async () => {
  admin = await buildUser({ isSuperuser: true, passwordHash });
  other = await buildUser();
  provider = await buildProvider();
  model = await buildModel(provider);
});

const mutations = auditedMutations(() => ({ admin, other, provider, model }));

const ledger = 'one of very many, and the usage ledger is its record';
/** Mutations without a row, and why. */
const unaudited: Record<string, string> = {
  'system.setupChecks': 'changes nothing: a POST for its token',
  'auth.updatePreferences': 'how the panel looks to oneself: nobody else is concerned',
  'usage.record': ledger,
  'usage.refund': ledger,
  'usage.reserve': ledger,
  'usage.settle': ledger,
};

const mutate = (path: string, input: Input | undefined, caller: object = as.session(admin)) =>
  callAndRead(caller, path, input);

const all = Object.keys(declaredProcedures).filter(
  (path) => declaredProcedures[path]?.type === 'mutation' && path !== 'system.setup',
);
const paths = all.filter((path) => !(path in unaudited)).sort();

describe('the audit log', () => {
  it('is expected here to hold a row of every mutation', () => {
    expect([...Object.keys(mutations), ...Object.keys(unaudited)].sort()).toEqual(all.sort());
  });

  it.each(paths)('gets exactly one row of %s for each record that it changes', async (path) => {
    const { action, target, fields, good, records = 1 } = mutations[path] ?? expect.fail();
    const { outcome, rows } = await mutate(path, await good());
    expect(outcome).toBeNull();
    expect(new Set(rows.map(({ targetPublicId }) => targetPublicId)).size).toBe(records);
    expect(rows).toHaveLength(records);
    expect(rows[0]).toMatchObject({
      action,
      targetType: target,
      via: 'session',
      ip: '127.0.0.1',
      userAgent: 'tests',
      actorPublicId: admin.publicId,
      actorLabel: admin.email,
      targetPublicId: target === 'system' ? null : expect.stringMatching(/^[0-9a-f-]{36}$/),
      targetLabel: expect.stringMatching(/./),
      viaPublicId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(rows[0]?.changes.map(({ field }) => field).sort()).toEqual([...fields].sort());
  });

  it.each(paths)('holds no secret and no ciphertext of %s', async (path) => {
    const { rows } = await mutate(path, await mutations[path]?.good());
    expect(JSON.stringify(rows)).not.toMatch(/CANARY|gAAAA|argon2|dap_|correct horse/);
    // The end of a key: a hash or an id may hold it by chance.
    const words = rows.map(({ actorLabel, targetLabel, changes }) => [actorLabel, targetLabel, changes]);
    expect(JSON.stringify(words)).not.toContain('1234');
  });

  it.each(paths.filter((path) => mutations[path]?.bad))('gets no row of a refused %s', async (path) => {
    const { outcome, rows } = await mutate(path, mutations[path]?.bad ?? undefined);
    expect(outcome).not.toBeNull();
    expect(rows).toEqual([]);
  });

  it.each(['providers.create', 'models.delete', 'settings.setLimit', 'admins.update'])(
    'gets no row of %s by who may not',
    async (path) => {
      const { outcome, rows } = await mutate(path, await mutations[path]?.good(), as.session(other));
      expect(outcome?.reason).toBe('FORBIDDEN');
      expect(rows).toEqual([]);
    },
  );

  it('gets no row of a counted request', async () => {
    const asked = { provider: provider.slug, requestId: 'one' };
    const calls: [string, Input][] = [
      ['usage.reserve', asked],
      ['usage.settle', { requestId: 'one', status: 'ok' }],
      ['usage.reserve', { ...asked, requestId: 'two' }],
      ['usage.refund', { requestId: 'two' }],
      ['usage.record', { ...asked, requestId: 'three', status: 'ok' }],
    ];
    for (const [path, input] of calls) expect(await mutate(path, input)).toEqual({ outcome: null, rows: [] });
  });
});
