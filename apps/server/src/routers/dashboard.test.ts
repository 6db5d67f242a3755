import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AIProvider, recordUsage, type User } from '@ai-providers/db';
import { buildModel, buildProvider, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { callersOn } from '../testing/caller.js';
import { refusalOf } from '../testing/refusal.js';

let database: TestDatabase;
let as: Awaited<ReturnType<typeof callersOn>>;
let normal: User;
let superAdmin: User;
let provider: AIProvider;
beforeAll(async () => {
  database = await openTestDatabase();
  as = await callersOn(database);
});
afterAll(() => database.close());
beforeEach(async () => {
  await AIProvider.destroy({ where: {} });
  normal = await buildUser({ name: 'Nima' });
  superAdmin = await buildUser({ isSuperuser: true });
  provider = await buildProvider({ allowSharedForNormalAdmins: true });
});

let serial = 0;
const count = async (user: User, requests: number) => {
  for (let request = 0; request < requests; request += 1)
    await recordUsage(user, {
      provider: provider.slug,
      requestId: `request-${(serial += 1)}`,
      status: 'ok',
      inputTokens: 10,
      outputTokens: 5,
    });
};
const installation = async () => (await as.session(superAdmin).system.dashboard()).installation ?? expect.fail();
const kinds = async () => (await installation()).attention.map(({ kind }) => kind);
const setLimit = (monthlyLimit: number | null) =>
  as.session(superAdmin).settings.setLimit({ admin: normal.publicId, provider: provider.slug, monthlyLimit });
const ask = (monthlyLimit: number | null, note = '') =>
  as.session(normal).settings.requestLimit({ provider: provider.slug, monthlyLimit, note });
const openRequest = async () => {
  const found = (await installation()).attention.find(({ kind }) => kind === 'limitRequest');
  return found?.kind === 'limitRequest' ? found : expect.fail();
};

describe('the dashboard of a super admin', () => {
  it('counts everybody’s requests, and what is active', async () => {
    const { month: before } = await as.session(superAdmin).system.dashboard();
    await buildModel(provider);
    await buildProvider({ isActive: false });
    await count(normal, 2);
    const { month, installation: found, own } = await as.session(superAdmin).system.dashboard();
    expect(Number(month.requests) - Number(before.requests)).toBe(2);
    expect(Number(month.inputTokens) - Number(before.inputTokens)).toBe(20);
    expect(found).toMatchObject({ providers: { active: 1, total: 2 }, activeModels: 1 });
    expect(own).toBeNull();
  });

  it('names a limit from four fifths on, and what is left to the request once more was asked for', async () => {
    await setLimit(10);
    await count(normal, 7);
    expect(await kinds()).toEqual([]);
    await count(normal, 1);
    expect(await installation()).toMatchObject({
      adminsNearLimit: 1,
      attention: [{ kind: 'nearLimit', admin: { name: 'Nima' }, monthlyUsage: 8, monthlyLimit: 10 }],
    });
    await ask(20);
    expect(await kinds()).toEqual(['limitRequest']);
    expect((await installation()).adminsNearLimit).toBe(1);
  });

  it('tells of a nearly used limit until when it is raised already', async () => {
    const until = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    await setLimit(5);
    await count(normal, 4);
    expect((await installation()).attention).toMatchObject([{ monthlyLimit: 5, usualLimit: 5, raise: null }]);
    const whose = { admin: normal.publicId, provider: provider.slug };
    await as.session(superAdmin).settings.setLimit({ ...whose, monthlyLimit: 10, until });
    await count(normal, 5);
    expect((await installation()).attention).toMatchObject([
      { monthlyLimit: 10, usualLimit: 5, raise: { monthlyLimit: 10, until } },
    ]);
  });

  it('names keys that are missing or cannot be read, and models that were shut down', async () => {
    await buildProvider({ sharedApiKey: '' });
    await buildProvider({ sharedApiKey: '', isActive: false });
    await buildModel(provider, { displayName: 'Old', config: { lifecycle: { status: 'retired' } } });
    await buildModel(provider, { displayName: 'Gone', config: { lifecycle: { shutdown_date: '2020-01-01' } } });
    await buildModel(provider, { displayName: 'Going', config: { lifecycle: { shutdown_date: '2999-01-01' } } });
    await AIProvider.sequelize?.query('update ai_providers set shared_api_key = $token where id = $id', {
      bind: { token: 'gAAAAABroken', id: provider.id },
    });
    const { attention } = await installation();
    expect(attention).toMatchObject([
      { kind: 'keysUnreadable', providers: [{ slug: provider.slug }] },
      { kind: 'keysMissing', providers: [expect.anything()] },
      { kind: 'modelsRetired', models: ['Gone', 'Old'] },
    ]);
    expect(JSON.stringify(attention)).not.toMatch(/gAAAA|sk-test/);
  });

  it('misses no key of a provider that takes none', async () => {
    await buildProvider({ sharedApiKey: '', config: { auth: { scheme: 'none' } } });
    expect(await kinds()).toEqual([]);
    await buildProvider({ sharedApiKey: '', config: { auth: { scheme: 'bearer' } } });
    await buildProvider({ sharedApiKey: '', config: { auth: 'none' } });
    expect((await installation()).attention).toMatchObject([{ kind: 'keysMissing', providers: { length: 2 } }]);
  });

  it('lists the first steps until they are put away', async () => {
    const steps = (await installation()).setup ?? expect.fail();
    expect(steps.map(({ step }) => step)).toEqual(['key', 'model', 'admin', 'limit', 'token']);
    expect(steps.find(({ step }) => step === 'key')?.done).toBe(true);
    expect(steps.find(({ step }) => step === 'model')?.done).toBe(false);
    await as.session(superAdmin).auth.updatePreferences({ checklist: 'hidden' });
    await superAdmin.reload();
    expect((await installation()).setup).toBeNull();
  });
});

describe('the dashboard of a normal admin', () => {
  it('holds their own figures and nothing of others', async () => {
    await count(superAdmin, 3);
    await count(normal, 1);
    const { month, installation: hidden, own } = await as.session(normal).system.dashboard();
    expect(month.requests).toBe('1');
    expect(hidden).toBeNull();
    expect(own?.settings).toMatchObject([{ provider: { slug: provider.slug }, monthlyUsage: 1 }]);
    expect(own?.nextSteps).toEqual(['addKey', 'makeToken']);
  });

  it('offers only steps that are left and open', async () => {
    await provider.update({ allowPersonalKeys: false });
    await as.session(normal).tokens.create({ name: 'mine', scopes: ['usage:write'] });
    expect((await as.session(normal).system.dashboard()).own?.nextSteps).toEqual([]);
  });
});

describe('a higher limit', () => {
  it('is asked for once for each provider: asking again replaces it', async () => {
    await ask(2000);
    expect(await ask(3000, 'Launch')).toMatchObject({
      monthlyLimit: 1000,
      limitRequest: { monthlyLimit: 3000, note: 'Launch' },
    });
    expect(await kinds()).toEqual(['limitRequest']);
  });

  it.each([1000, 10])('of %s is none, beside a limit of 1000', async (monthlyLimit) => {
    expect(await refusalOf(ask(monthlyLimit))).toMatchObject({ reason: 'LIMIT_NOT_HIGHER', field: 'monthlyLimit' });
  });

  it('cannot be asked for where there is no limit', async () => {
    await setLimit(null);
    expect(await refusalOf(ask(null))).toMatchObject({ reason: 'FORBIDDEN' });
  });

  it('is granted as asked for or otherwise, which closes the request', async () => {
    await ask(null);
    const { publicId } = await openRequest();
    await as.session(superAdmin).settings.grantLimitRequest({ publicId, monthlyLimit: 1500 });
    const [mine] = await as.session(normal).settings.mine();
    expect(mine).toMatchObject({ monthlyLimit: 1500, limitRequest: null });
    const again = as.session(superAdmin).settings.grantLimitRequest({ publicId, monthlyLimit: 1500 });
    expect(await refusalOf(again)).toMatchObject({ reason: 'NOT_FOUND' });
  });

  it('is dismissed with the limit as it was', async () => {
    await ask(2000);
    await as.session(superAdmin).settings.dismissLimitRequest({ publicId: (await openRequest()).publicId });
    const [mine] = await as.session(normal).settings.mine();
    expect(mine).toMatchObject({ monthlyLimit: 1000, limitRequest: null });
  });

  it('is answered by a limit that is set elsewhere and is high enough, and by no lower one', async () => {
    await ask(2000);
    expect(await setLimit(1500)).toMatchObject({ limitRequest: { monthlyLimit: 2000 } });
    expect(await setLimit(2000)).toMatchObject({ limitRequest: null });
  });
});
