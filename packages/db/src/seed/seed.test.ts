import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { capabilities } from '@ai-providers/contracts';
import type { Log } from '../log.js';
import { AIModel } from '../models/ai-model.js';
import { AIProvider } from '../models/ai-provider.js';
import { AuditEntry } from '../models/audit-entry.js';
import { readState } from '../system-state.js';
import { buildProvider, openTestDatabase, type TestDatabase } from '../testing/index.js';
import { catalogue } from './catalogue/index.js';
import { seed, seedIfFresh } from './seed.js';

const today = '2026-11-23';
const openaiKey = 'sk-test-openai-0123456789-wxyz';
const everything = catalogue.providers.flatMap(({ models }) => models).length;
const nothingAdded = { providers: { added: 0, existing: 7 }, models: { added: 0, existing: everything }, keysSet: [] };

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await AIProvider.destroy({ where: {} });
  await database.sequelize.query("delete from system_state where key = 'seeded'");
});

describe('seed', () => {
  it('adds seven providers and all models to an empty database', async () => {
    const result = await seed({ env: {}, today });
    expect(result).toEqual({
      providers: { added: 7, existing: 0 },
      models: { added: everything, existing: 0 },
      keysSet: [],
    });
    expect(await AIProvider.count()).toBe(7);
    expect(await AIModel.count()).toBe(everything);
    expect((await AIProvider.getActiveProviders()).map(({ slug }) => slug)).toEqual(
      catalogue.providers.map(({ slug }) => slug),
    );
  });

  it('is seen at once by readers whose cache said that there was nothing', async () => {
    for (const capability of capabilities) expect(await AIModel.getModelsByCapability(capability)).toEqual([]);
    expect(await AIProvider.getProviderBySlug('openai')).toBeNull();
    await seed({ env: {}, today });
    for (const capability of capabilities) {
      expect(await AIModel.getModelsByCapability(capability), capability).not.toEqual([]);
    }
    expect(await AIProvider.getProviderBySlug('openai')).toMatchObject({ name: 'OpenAI' });
  });

  it('adds nothing and changes no byte when it runs again', async () => {
    await seed({ env: { OPENAI_API_KEY: openaiKey }, today });
    const before = await everyRow();
    expect(await seed({ env: { OPENAI_API_KEY: 'sk-another-0123456789', GROQ_API_KEY: openaiKey }, today })).toEqual(
      nothingAdded,
    );
    expect(await everyRow()).toEqual(before);
  });

  it('leaves what an admin has set', async () => {
    await seed({ env: { OPENAI_API_KEY: openaiKey }, today });
    await (await provider('openai')).update({ name: 'Our OpenAI', sharedApiKey: 'sk-changed-0123456789', config: {} });
    await (await provider('groq')).update({ slug: 'our-groq', isActive: false });
    await (await model('gpt-4o')).update({ pricingInput: '1.230000', displayName: 'The old one', isActive: false });
    const before = await everyRow();
    expect(await seed({ env: { OPENAI_API_KEY: openaiKey }, today })).toEqual(nothingAdded);
    expect(await everyRow()).toEqual(before);
    expect((await provider('openai')).getSharedApiKey()).toBe('sk-changed-0123456789');
  });

  it('brings back a deleted model, also of a renamed provider, and changes no other row', async () => {
    await seed({ env: {}, today });
    await (await provider('openai')).update({ name: 'Our OpenAI' });
    const before = await everyRow();
    await (await model('gpt-4o')).destroy();
    expect(await cachedModels('openai')).not.toContain('gpt-4o');
    const { models } = await seed({ env: {}, today });
    expect(models).toEqual({ added: 1, existing: everything - 1 });
    expect(await everyRow()).toEqual(
      expect.arrayContaining(before.filter((row) => !row.includes('"model_id":"gpt-4o"'))),
    );
    expect(await cachedModels('openai')).toContain('gpt-4o');
    expect((await model('gpt-4o')).providerId).toBe((await provider('openai')).id);
  });

  it('takes keys from the environment, and only for providers that it adds', async () => {
    await buildProvider({ slug: 'groq', name: 'Groq', sharedApiKey: '' });
    const env = { OPENAI_API_KEY: openaiKey, GROQ_API_KEY: 'gsk-test-0123456789', DEEPSEEK_API_KEY: ' ' };
    expect((await seed({ env, today })).keysSet).toEqual(['openai']);
    expect((await provider('openai')).getSharedApiKey()).toBe(openaiKey);
    expect((await provider('openai')).storedKeyState.last4).toBe('wxyz');
    const stored = await AIProvider.findAll();
    expect(stored.filter(({ hasStoredKey }) => hasStoredKey).map(({ slug }) => slug)).toEqual(['openai']);
  });

  it('keeps a key that an admin removed removed', async () => {
    await seed({ env: { OPENAI_API_KEY: openaiKey }, today });
    await (await provider('openai')).update({ sharedApiKey: '' });
    expect((await seed({ env: { OPENAI_API_KEY: openaiKey }, today })).keysSet).toEqual([]);
    expect((await provider('openai')).hasStoredKey).toBe(false);
  });

  it('writes nothing when a key of the environment is refused', async () => {
    const env = { OPENAI_API_KEY: openaiKey, GROQ_API_KEY: database.secrets.seal('gsk-test-0123456789') };
    await expect(seed({ env, today })).rejects.toMatchObject({ reason: 'VALIDATION_FAILED', field: 'GROQ_API_KEY' });
    expect(await AIProvider.count()).toBe(0);
  });

  it('adds all or nothing', async () => {
    const { sequelize } = database;
    await sequelize.query("alter table audit_log add constraint no_seed check (action <> 'seed.run') not valid");
    await expect(seed({ env: {}, today })).rejects.toThrow('no_seed');
    await sequelize.query('alter table audit_log drop constraint no_seed');
    expect(await AIProvider.count()).toBe(0);
    expect(await readState(sequelize, 'seeded')).toBeNull();
  });

  it('makes one set when several run at once', async () => {
    const results = await Promise.all([1, 2, 3].map(() => seed({ env: {}, today })));
    expect(results.map(({ providers }) => providers.added).sort()).toEqual([0, 0, 7]);
    expect(results.map(({ models }) => models.added).sort()).toEqual([0, 0, everything].sort());
    expect([await AIProvider.count(), await AIModel.count()]).toEqual([7, everything]);
  });

  it.each([
    ['2026-11-23', true],
    ['2026-11-30', true],
    ['2026-12-01', false],
  ])('on %s adds Gemini 2.5 Pro, shut down on 2026-12-01, with isActive %s', async (day, isActive) => {
    await seed({ env: {}, today: day });
    expect((await model('gemini-2.5-pro')).isActive).toBe(isActive);
    expect((await model('gemini-2.5-flash-lite')).isActive).toBe(true);
    expect((await model('claude-3-5-sonnet-20241022')).isActive).toBe(false);
  });

  it.each([
    ['2026-11-30', '2.000000', '10.000000'],
    ['2026-12-01', '4.000000', '20.000000'],
  ])('on %s adds Gemini 4 Argon at the price of that day', async (day, pricingInput, pricingOutput) => {
    await seed({ env: {}, today: day });
    expect(await model('gemini-4-argon')).toMatchObject({ pricingInput, pricingOutput });
  });

  it('writes one audit row, which counts and holds no secret, and tells the log no more', async () => {
    const lines: unknown[] = [];
    const entries = await AuditEntry.count();
    await seed({ env: { OPENAI_API_KEY: openaiKey }, today, log: logInto(lines) });
    expect(await AuditEntry.count()).toBe(entries + 1);
    const entry = await AuditEntry.findOne({ order: [['id', 'DESC']], rejectOnEmpty: true });
    expect(entry).toMatchObject({ action: 'seed.run', actorPublicId: null, actorLabel: 'system', via: 'system' });
    expect(entry.changes).toEqual([
      { field: 'providers', from: 0, to: 7 },
      { field: 'models', from: 0, to: everything },
      { field: 'keysSet', to: ['openai'] },
    ]);
    const written = JSON.stringify([entry.get(), lines]);
    for (const secret of [openaiKey, 'wxyz', 'gAAAAA']) expect(written).not.toContain(secret);
    expect(lines).toHaveLength(1);
  });
});

describe('seedIfFresh', () => {
  it('seeds an installation that is new', async () => {
    expect(await seedIfFresh({ env: {}, today })).toMatchObject({ providers: { added: 7 } });
    expect(await readState(database.sequelize, 'seeded')).toBe(catalogue.factsAsOf);
  });

  it('brings nothing back that an admin deleted, not even the last provider', async () => {
    await seedIfFresh({ env: {}, today });
    await AIProvider.destroy({ where: {} });
    expect(await seedIfFresh({ env: {}, today })).toBeNull();
    expect(await AIProvider.count()).toBe(0);
  });

  it('leaves an installation alone that has a provider of its own', async () => {
    await buildProvider();
    expect(await seedIfFresh({ env: {}, today })).toBeNull();
    expect(await AIProvider.count()).toBe(1);
  });

  it('seeds once when several instances start together, and writes one audit row', async () => {
    const entries = await AuditEntry.count();
    const results = await Promise.all([1, 2, 3].map(() => seedIfFresh({ env: {}, today })));
    expect(results.filter((result) => result !== null)).toHaveLength(1);
    expect(await AIProvider.count()).toBe(7);
    expect(await AuditEntry.count()).toBe(entries + 1);
  });
});

function provider(slug: string): Promise<AIProvider> {
  return AIProvider.findOne({ where: { slug }, rejectOnEmpty: true });
}

function model(modelId: string): Promise<AIModel> {
  return AIModel.findOne({ where: { modelId }, rejectOnEmpty: true });
}

async function cachedModels(slug: string): Promise<string[]> {
  return (await AIModel.getModelsByProvider(slug)).map(({ modelId }) => modelId);
}

/** Every column of every provider and model, as PostgreSQL writes it. */
async function everyRow(): Promise<string[]> {
  const rows = await database.sequelize.query<{ row: string }>(
    'select row_to_json(p)::text as row from ai_providers p union all select row_to_json(m)::text from ai_models m order by 1',
    { type: QueryTypes.SELECT },
  );
  return rows.map(({ row }) => row);
}

function logInto(lines: unknown[]): Log {
  const write = (...line: unknown[]) => void lines.push(line);
  return { info: write, warn: write, error: write };
}
