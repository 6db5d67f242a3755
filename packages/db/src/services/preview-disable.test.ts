import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AIProvider } from '../models/ai-provider.js';
import { User } from '../models/user.js';
import { buildModel, buildProvider, buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { previewAccess } from './preview-access.js';
import { previewDisable } from './preview-disable.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await User.destroy({ where: {} });
  await AIProvider.destroy({ where: {} });
});

describe('previewDisable', () => {
  it('counts nobody twice who loses the keys of several providers, and every model that stops', async () => {
    const open = await buildProvider({ allowSharedForNormalAdmins: true });
    const closed = await buildProvider({ allowSharedForNormalAdmins: false });
    await buildUser();
    await buildUser();
    await buildUser({ isSuperuser: true });
    await buildUser({ isActive: false });
    await buildModel(open);
    await buildModel(closed);
    await buildModel(closed, { isActive: false });
    expect(await previewDisable([closed])).toEqual({ admins: 1, models: 1 });
    expect(await previewDisable([closed, open])).toEqual({ admins: 3, models: 2 });
  });

  it('leaves out providers that are off already', async () => {
    const off = await buildProvider({ isActive: false, allowSharedForNormalAdmins: true });
    await buildUser();
    await buildModel(off);
    expect(await previewDisable([off])).toEqual({ admins: 0, models: 0 });
  });

  it('counts for one provider what the preview of its switches does', async () => {
    const provider = await buildProvider({ allowSharedForNormalAdmins: true });
    await buildUser();
    const { lose } = await previewAccess(provider, { providerActive: false });
    expect((await previewDisable([provider])).admins).toBe(lose);
  });
});
