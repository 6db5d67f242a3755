import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorkplace, runScript, type Workplace } from '../commands/fixtures/workplace.js';
import { migrate } from '../migrate.js';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import { AIProvider } from '../models/ai-provider.js';
import { silentLog } from '../log.js';
import { checkSecrets } from '../secrets-check.js';
import { buildUser } from '../testing/factories.js';
import { verifyAudit } from './verify-audit.js';

const [formerKey, newKey] = ['the former secret key of this place', 'the new secret key of this place, too'];
const former = { SECRET_KEY: formerKey };
const both = { SECRET_KEY: newKey, SECRET_KEY_FALLBACKS: formerKey };
const onlyNew = { SECRET_KEY: newKey };
const [providers, settings, rounds] = [600, 400, 5];

/** What every provider's key must be in the end, by slug. */
const expected = new Map<string, string>();
const publicIds = new Map<string, string>();
let workplace: Workplace;
beforeAll(async () => {
  workplace = await makeWorkplace();
  await fill();
});
afterAll(() => workplace.remove());

async function fill(): Promise<void> {
  const { database } = await workplace.open(former);
  await migrate(database.sequelize, silentLog);
  await checkSecrets(database.sequelize);
  const rows = Array.from({ length: providers }, (_, number) => ({
    name: `Provider ${number}`,
    slug: `provider-${number}`,
    displayName: `Provider ${number}`,
    sharedApiKey: `sk-shared-key-${number}`,
  }));
  const made = await AIProvider.bulkCreate(rows);
  for (const { slug, publicId } of made) publicIds.set(slug, publicId);
  for (const { slug, sharedApiKey } of rows) expected.set(slug, sharedApiKey);
  const admin = await buildUser();
  await AdminProviderSettings.bulkCreate(
    made
      .slice(0, settings)
      .map(({ id, slug }) => ({ adminId: admin.id, providerId: id, personalApiKey: `sk-own-${slug}` })),
  );
  await database.close();
}

/** Edits one provider that the run has passed and one that it has read and not yet written. */
function planOf(round: number) {
  const step = Math.floor(providers / rounds);
  const editAt = round * step + randomInt(20, step / 2);
  const slugs = [`provider-${editAt - 10}`, `provider-${editAt + 2}`];
  const edits = slugs.map((slug) => ({
    slug,
    publicId: publicIds.get(slug) ?? '',
    apiKey: `sk-edited-in-round-${round}-${slug}`,
  }));
  return { editAt, killAt: editAt + randomInt(2, step / 2), edits };
}

async function readAll() {
  const shared = await AIProvider.findAll({ order: ['id'] });
  const personal = await AdminProviderSettings.findAll({ include: 'provider', order: ['id'] });
  return {
    shared: Object.fromEntries(shared.map((row) => [row.slug, row.getSharedApiKey()])),
    personal: personal.map((row) => [row.openStoredKey(), `sk-own-${row.provider?.slug}`]),
  };
}

describe('keys:rotate, killed five times under edits', () => {
  it('loses no key and no edit, and needs the new SECRET_KEY only in the end', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const plan = planOf(round);
      const { signal, stdout, stderr } = await runScript('services/fixtures/rotator.mjs', [JSON.stringify(plan)], {
        ...workplace.where,
        ...both,
      });
      expect({ signal, stdout, stderr }).toMatchObject({
        signal: 'SIGKILL',
        stdout: expect.stringContaining('killed at'),
      });
      for (const { slug, apiKey } of plan.edits) expected.set(slug, apiKey);
    }

    const complete = await runScript('commands/keys-rotate.ts', [], { ...workplace.where, ...both });
    expect(complete).toMatchObject({ code: 0, stderr: expect.stringContaining('1000 of 1000 keys') });
    expect(complete.stdout).toMatch(
      /^Keys changed: [1-9]\d*\n {2}under \w{12}, the SECRET_KEY: 1000\n {2}under \w{12}, a fallback: 0\n/,
    );
    const again = await runScript('commands/keys-rotate.ts', [], { ...workplace.where, ...both });
    expect(again.stdout).toMatch(/^Keys changed: 0\n/);

    const { database } = await workplace.open(onlyNew);
    expect(await checkSecrets(database.sequelize)).toBe('ok');
    const { shared, personal } = await readAll();
    expect(shared).toEqual(Object.fromEntries(expected));
    expect(personal).toHaveLength(settings);
    for (const [found, wanted] of personal) expect(found).toBe(wanted);
    expect([...expected.values()].filter((key) => key.includes('edited'))).toHaveLength(10);
    expect((await verifyAudit()).fault).toBeNull();
    await database.close();
  }, 300_000);
});
