import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './support/accessibility.js';
import { launch, picture, settled, visit, type Visitor } from './support/browser.js';
import { call, enter, normal, root, withRoot } from './support/people.js';
import { startServer, type RunningServer } from './support/server.js';
import { words } from './support/strings.js';

const t = words('en');
let browser: Browser;
let server: RunningServer;
let visitor: Visitor;

beforeAll(async () => {
  browser = await launch();
  server = await startServer({ ...withRoot, OPENAI_API_KEY: 'sk-CANARY-shared-openai-Xw1A' });
  const owner = await visit(browser, { language: 'en', scheme: 'light' });
  await enter(owner.page, server.url, root);
  await call(owner.page, 'admins.create', { ...normal, name: 'Nima' });
  await call(owner.page, 'providers.create', { name: 'Hidden', isActive: false });
  await owner.close();
  visitor = await visit(browser, { language: 'en', scheme: 'light' });
  await enter(visitor.page, server.url, normal);
});
afterAll(async () => {
  await visitor.close();
  await server.stop();
  await browser.close();
});

describe('a normal admin', () => {
  const see = async (path: string, heading: string, name: string) => {
    const { page } = visitor;
    await page.goto(`${server.url}${path}`);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await settled(page);
    await picture(page, `${name}.normal.en.light`);
    expect(await violations(page)).toEqual([]);
  };

  it('reads the registry and has no button to change it', async () => {
    const { page } = visitor;
    await see('/providers', t('providers:title'), 'providers');
    await page.getByRole('link', { name: 'OpenAI', exact: true }).waitFor();
    expect(await page.getByRole('link', { name: t('providers:add') }).count()).toBe(0);
    expect(await page.getByRole('switch').count()).toBe(0);
    expect(await page.getByText('Hidden').count()).toBe(0);
    await see('/providers/openai', 'OpenAI', 'provider');
    expect(await page.getByRole('button', { name: t('providers:danger.delete') }).count()).toBe(0);
    await see('/models', t('models:title'), 'models');
    expect(await page.getByRole('link', { name: t('models:add') }).count()).toBe(0);
    await see('/me/keys', t('keys:title'), 'my-keys');
  });

  it.each(['/providers/new', '/models/new'])('meets a wall at %s', async (path) => {
    await see(path, t('common:error.forbiddenTitle'), path.slice(1).replaceAll('/', '-'));
  });

  it('is never sent what is not theirs to know', () => {
    const sent = visitor.answers.join('\n');
    expect(visitor.answers.length).toBeGreaterThan(5);
    for (const forbidden of [
      'apiBaseUrl',
      '"config"',
      'totalRequests',
      'api.openai.com',
      'Xw1A',
      'CANARY',
      'gAAAA',
      root.email,
      '"slug":"hidden"',
    ]) {
      expect(sent).not.toContain(forbidden);
    }
    expect(sent).toContain('"sharedApiKey":{"set":true}');
  });

  it('hears no complaint of the browser', () => {
    expect(visitor.complaints.filter((line) => !line.includes('status of 401'))).toEqual([]);
  });
});
