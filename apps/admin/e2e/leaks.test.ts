import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, settled, visit, type Visitor } from './support/browser.js';
import { saveFile } from './support/exports.js';
import { call, enter, normal, root, withRoot } from './support/people.js';
import { countRequest } from './support/program.js';
import { startServer, type RunningServer } from './support/server.js';
import { words } from './support/strings.js';

const t = words('en');
const look = { language: 'en', scheme: 'light' } as const;
const shared = 'sk-CANARY-leaks-shared-Xw1A';
const personal = 'sk-CANARY-leaks-personal-b7Tq';
/** Written in no file and no answer, whoever asks. */
const secrets = ['CANARY', 'gAAAA'];
/** Not for a normal admin. */
const others = [
  ...secrets,
  'Xw1A',
  root.email,
  'api.openai.com',
  '"apiBaseUrl"',
  '"config"',
  'totalRequests":',
  'Hidden',
];

let browser: Browser;
let server: RunningServer;
beforeAll(async () => {
  browser = await launch();
  server = await startServer({ ...withRoot, OPENAI_API_KEY: shared });
  const owner = await open(root);
  await call(owner.page, 'admins.create', { ...normal, name: 'Nima' });
  await call(owner.page, 'providers.create', { name: 'Hidden', isActive: false, sharedApiKey: shared });
  await use(owner.page, 'gpt-4o');
  await owner.close();
  const other = await open(normal);
  await call(other.page, 'settings.update', { provider: 'openai', personalApiKey: personal, useSharedApi: false });
  await use(other.page, 'gpt-4o-mini');
  await other.close();
});
afterAll(async () => {
  await server.stop();
  await browser.close();
});

async function open(who: typeof root): Promise<Visitor> {
  const visitor = await visit(browser, look);
  await enter(visitor.page, server.url, who, '/settings/shortcuts');
  await visitor.page.locator('main h1').waitFor();
  return visitor;
}

async function use(page: Page, model: string): Promise<void> {
  const made = (await call(page, 'tokens.create', { name: model, scopes: ['usage:write'] })) as { token: string };
  await countRequest(server.url, made.token, { provider: 'openai', model });
}

async function go(page: Page, path: string): Promise<void> {
  await page.goto(`${server.url}${path}`);
  await page.locator('main h1').waitFor();
  await settled(page);
}

interface Asked {
  name: string;
  format?: 'csv' | 'jsonl';
  /** What is to be done before it is offered. */
  reach?: () => Promise<void>;
}

/** What a page's export saves. */
async function fileOf(page: Page, path: string, { name, format, reach }: Asked): Promise<string> {
  await go(page, path);
  await reach?.();
  const opener = page.getByRole('button', { name, exact: true });
  return (await saveFile(page, t, { opener, ...(format && { format }) })).text;
}

const exportsOf = (page: Page) => ({
  audit: () => fileOf(page, '/audit', { name: t('audit:export'), format: 'jsonl' }),
  usage: () => fileOf(page, '/usage', { name: t('usage:exportCsv') }),
  requests: () => fileOf(page, '/usage?view=requests', { name: t('usage:exportCsv') }),
  models: () => fileOf(page, '/models', { name: t('models:export') }),
});

describe('a file', () => {
  it('holds no key, whatever a super admin saves', async () => {
    const { page, close } = await open(root);
    const files = {
      ...exportsOf(page),
      dashboard: () => fileOf(page, '/', { name: t('dashboard:chart.exportCsv') }),
      providers: () =>
        fileOf(page, '/providers', {
          name: t('providers:bulk.export'),
          reach: () => page.getByRole('checkbox', { name: t('common:selection.page') }).check(),
        }),
    };
    for (const [name, file] of Object.entries(files)) {
      const text = await file();
      expect([name, text.trim().split('\n').length]).toEqual([name, expect.toSatisfy((lines) => lines > 1)]);
      expect([name, secrets.filter((secret) => text.includes(secret))]).toEqual([name, []]);
    }
    await close();
  });

  it('holds nothing of others where a normal admin saves it', async () => {
    const { page, close } = await open(normal);
    for (const [name, file] of Object.entries(exportsOf(page))) {
      const text = await file();
      expect([name, text.includes('openai') || name === 'audit']).toEqual([name, true]);
      expect([name, others.filter((word) => text.includes(word))]).toEqual([name, []]);
      if (name === 'usage') expect(text).toMatch(/total,+1,/); // their one request
      // Of a model, neither its uses nor its configuration: both columns are empty.
      if (name === 'models') expect(text.trim().split('\r\n').slice(1)).toSatisfy(areWithheld);
    }
    await close();
  });
});

const areWithheld = (rows: string[]) => rows.length > 10 && rows.every((row) => /,,,[^,]+,[^,]+$/.test(row));

describe('the palette', () => {
  it('finds a normal admin what they may see, and is sent no more', async () => {
    const visitor = await open(normal);
    const { page } = visitor;
    await page.getByRole('button', { name: t('common:jump.open') }).click();
    const search = page.getByRole('combobox');
    const options = page.getByRole('option');
    const before = visitor.answers.length;
    await search.fill('openai');
    await options.filter({ hasText: 'OpenAI' }).first().waitFor();
    const answered = page.waitForResponse(/trpc.*hidden/i);
    await search.fill('hidden');
    await (await answered).finished();
    await page.getByText(t('frame:palette.nothing')).waitFor();
    await expect.poll(() => visitor.answers.length).toBeGreaterThan(before + 1);
    const sent = visitor.answers.slice(before).join('\n');
    expect(others.filter((word) => sent.includes(word))).toEqual([]);
    await visitor.close();
  });
});

describe('whoever has not signed in', () => {
  it.each(['/login', '/setup', '/invite', '/invite#token=a-guess', '/providers'])(
    'is told nothing at %s',
    async (path) => {
      const visitor = await visit(browser, look);
      await go(visitor.page, path);
      await visitor.page.waitForLoadState('networkidle');
      const held = await visitor.page.locator('body').innerText();
      await expect.poll(() => visitor.answers.length).toBeGreaterThan(0);
      const facts = [
        ...others,
        normal.email,
        'Nima',
        'openai',
        'OpenAI',
        'Anthropic',
        'gpt-4o',
        'embedded',
        server.dataDir,
      ];
      for (const text of [held, ...visitor.answers]) expect(facts.filter((fact) => text.includes(fact))).toEqual([]);
      await visitor.close();
    },
  );
});
