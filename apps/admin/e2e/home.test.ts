import { createClient } from '@ai-providers/client';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './support/accessibility.js';
import { launch, picture, settled, visit, type Look, type Visitor } from './support/browser.js';
import { saveFile } from './support/exports.js';
import { call, enter, normal, root, withRoot } from './support/people.js';
import { startServer, type RunningServer } from './support/server.js';
import { words } from './support/strings.js';

const canary = 'sk-CANARY-shared-openai-Xw1A';
const limit = 10;
const used = 8;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each<Look>([
  { language: 'en', scheme: 'light' },
  { language: 'fa', scheme: 'dark' },
])('the first page and the limits, $language $scheme', ({ language, scheme }) => {
  const t = words(language);
  const names = { admin: 'Nima', provider: 'OpenAI' };
  let server: RunningServer;
  let owner: Visitor;
  let own: Visitor;
  let nima: { publicId: string };

  beforeAll(async () => {
    server = await startServer({ ...withRoot, OPENAI_API_KEY: canary });
    owner = await visit(browser, { language, scheme });
    own = await visit(browser, { language, scheme });
    await enter(owner.page, server.url, root, '/');
    nima = (await call(owner.page, 'admins.create', { ...normal, name: 'Nima' })) as typeof nima; // what it answers
    const { items } = (await ask(owner.page, 'providers.list', {})) as {
      items: { publicId: string; slug: string }[];
    }; // what it answers
    const openai = items.find(({ slug }) => slug === 'openai');
    const patch = { allowSharedForNormalAdmins: true };
    await call(owner.page, 'providers.update', { publicId: openai?.publicId, patch });
    await call(owner.page, 'settings.setLimit', { admin: nima.publicId, provider: 'openai', monthlyLimit: limit });
    await enter(own.page, server.url, normal, '/');
  });
  afterAll(async () => {
    await owner.close();
    await own.close();
    await server.stop();
  });

  const shown = async ({ page }: Visitor, name: string, layerOpen = false) => {
    if (!layerOpen) await settled(page);
    await picture(page, `home.${name}.${language}.${scheme}`);
    expect(await violations(page, { layerOpen })).toEqual([]);
  };
  const heading = (page: Page, text: string) => page.getByRole('heading', { level: 1, name: text }).waitFor();
  const refresh = (page: Page) => page.getByRole('button', { name: t('dashboard:refresh') }).click();
  const digits = (value: number) => new Intl.NumberFormat(language === 'fa' ? 'fa-IR' : 'en').format(value);

  it('puts the first steps away, also for the next visit', async () => {
    const { page } = owner;
    await page.goto(`${server.url}/`);
    await page.getByRole('button', { name: t('dashboard:setup.hide') }).click();
    await page.getByText(t('dashboard:setup.title')).first().waitFor({ state: 'detached' });
    await page.reload();
    await page.getByText(t('dashboard:attention.title')).waitFor();
    expect(await page.getByText(t('dashboard:setup.title')).count()).toBe(0);
  });

  it('tells a super admin of a limit as soon as programs have nearly used it up', async () => {
    const { page } = owner;
    await heading(page, t('dashboard:title'));
    const raise = page.getByRole('button', { name: t('dashboard:attention.raiseOf', names) });
    await settled(page);
    expect(await raise.count()).toBe(0);
    const made = (await call(own.page, 'tokens.create', { name: 'counter', scopes: ['usage:write'] })) as {
      token: string;
    }; // what it answers
    const client = createClient({ url: server.url, token: made.token });
    for (let request = 0; request < used; request += 1)
      await client.usage.reserve.mutate({ provider: 'openai', requestId: `request-${request}` });
    await refresh(page);
    await raise.waitFor();
    await shown(owner, 'super');
    await page.keyboard.press('1');
    await expect.poll(() => new URL(page.url()).search).toBe('?range=7');
  });

  it('writes the requests that are shown to a file', async () => {
    const { page } = owner;
    const opener = page.getByRole('button', { name: t('dashboard:chart.exportCsv') });
    const { address, text } = await saveFile(page, t, { opener });
    expect(address.searchParams.get('from')).toBe(
      new Date(Math.floor(Date.now() / 86_400_000 - 6) * 86_400_000).toISOString(),
    );
    expect(text.split('\r\n')[1]).toMatch(new RegExp(`^group,openai,,OpenAI,${used},`));
  });

  it('raises that limit from the row, which is gone then', async () => {
    const { page } = owner;
    const raise = page.getByRole('button', { name: t('dashboard:attention.raiseOf', names) });
    await raise.click();
    const field = page.getByLabel(t('dashboard:limit.field'));
    await field.fill(language === 'fa' ? '۲۰' : '20');
    await shown(owner, 'raise', true);
    await page.getByRole('button', { name: t('dashboard:limit.save') }).click();
    await raise.waitFor({ state: 'detached' });
    const settings = (await ask(owner.page, 'settings.forAdmin', { admin: nima.publicId })) as {
      provider: { slug: string };
      monthlyLimit: number;
    }[]; // what it answers
    expect(settings.find(({ provider }) => provider.slug === 'openai')?.monthlyLimit).toBe(20);
  });

  it('lets a normal admin ask for more, and a super admin grant it', async () => {
    await own.page.goto(`${server.url}/me/keys`);
    await heading(own.page, t('keys:title'));
    await shown(own, 'my-keys');
    await own.page.getByRole('button', { name: t('keys:limit.askOf', { name: 'OpenAI' }) }).click();
    await own.page.getByLabel(t('keys:limit.field')).fill(language === 'fa' ? '۵۰۰' : '500');
    await own.page.getByLabel(t('keys:limit.note')).fill('Launch week');
    await shown(own, 'ask', true);
    await own.page.getByRole('button', { name: t('keys:limit.send') }).click();
    await own.page.getByText(t('keys:limit.askedFor', { limit: digits(500) })).waitFor();

    await refresh(owner.page);
    await owner.page.getByRole('button', { name: t('dashboard:attention.answerOf', names) }).click();
    await owner.page.getByRole('dialog').getByText('Launch week').waitFor();
    await shown(owner, 'answer', true);
    await owner.page.getByRole('button', { name: t('dashboard:limit.grant') }).click();
    await owner.page.getByText(t('dashboard:limit.set', names)).first().waitFor();
    await own.page.reload();
    await own.page.getByText(digits(500)).first().waitFor();
    expect(await own.page.getByText(t('keys:limit.askedFor', { limit: digits(500) })).count()).toBe(0);
  });

  it('shows a normal admin their own and nothing of others', async () => {
    own.answers.length = 0;
    await own.page.goto(`${server.url}/`);
    await heading(own.page, t('dashboard:title'));
    await own.page.getByText(t('dashboard:limits.title')).waitFor();
    await shown(own, 'normal');
    const sent = own.answers.join('\n');
    expect(sent).toContain('"installation":null');
    for (const forbidden of [
      root.email,
      'attention',
      'totalRequests',
      'apiBaseUrl',
      'Xw1A',
      'CANARY',
      'gAAAA',
      'drift',
    ])
      expect(sent).not.toContain(forbidden);
    expect(sent).not.toContain('"actor"');
  });

  it('fits a phone', async () => {
    for (const visitor of [owner, own]) {
      await visitor.page.setViewportSize({ width: 320, height: 844 });
      await visitor.page.goto(`${server.url}/`);
      await heading(visitor.page, t('dashboard:title'));
      await shown(visitor, visitor === owner ? 'super.320' : 'normal.320');
      expect(
        await visitor.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0);
    }
  });

  it('hears no complaint of the browsers', () => {
    const all = [...owner.complaints, ...own.complaints];
    expect(all.filter((line) => !line.includes('status of 401'))).toEqual([]);
  });
});

/** Asks a query as the page's visitor. */
async function ask(page: Page, path: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    async ([name, text]) => {
      const answer = await fetch(`/trpc/${name}?input=${encodeURIComponent(text)}`);
      return ((await answer.json()) as { result: { data: unknown } }).result.data; // what it answers
    },
    [path, JSON.stringify(input)] as const,
  );
}
