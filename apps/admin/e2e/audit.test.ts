import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './support/accessibility.js';
import { launch, picture, settled, visit, type Look, type Visitor } from './support/browser.js';
import { saveFile } from './support/exports.js';
import { call, enter, normal, root, withRoot } from './support/people.js';
import { startServer, type RunningServer } from './support/server.js';
import { words } from './support/strings.js';
import { tamper } from './support/tamper.js';

const patient = { timeout: 20_000 };
const formula = '=HYPERLINK("https://evil.example","click")';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each<Look>([
  { language: 'en', scheme: 'light' },
  { language: 'fa', scheme: 'dark' },
])('the audit log, $language $scheme', ({ language, scheme }) => {
  const t = words(language);
  let dataDir: string;
  let server: RunningServer;
  let visitor: Visitor;
  let page: Page;
  let admin: string;

  const setLimit = (monthlyLimit: number) =>
    call(page, 'settings.setLimit', { admin, provider: 'openai', monthlyLimit });
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'ai-providers-audit-'));
    server = await startServer({ ...withRoot, DATA_DIR: dataDir });
    visitor = await visit(browser, { language, scheme });
    ({ page } = visitor);
    await enter(page, server.url, root, '/settings/shortcuts');
    ({ publicId: admin } = (await call(page, 'admins.create', { ...normal, name: 'Nima' })) as { publicId: string }); // the contract's output
    await call(page, 'providers.create', { name: 'Sheet', displayName: formula });
    await setLimit(10_000);
    await setLimit(20_000);
    await expect(call(page, 'auth.login', { ...normal, password: 'not the password' })).rejects.toThrow();
  });
  afterAll(async () => {
    await visitor.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const open = async (path: string, heading = t('audit:title')) => {
    await page.goto(`${server.url}${path}`);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await settled(page);
  };
  const shown = async (name: string, layerOpen = false) => {
    await settled(page);
    await picture(page, `audit.${name}.${language}.${scheme}`);
    expect(await violations(page, { layerOpen })).toEqual([]);
  };
  const rows = () => page.locator('tbody tr');
  const rowsAre = (count: number) => expect.poll(() => rows().count(), patient).toBe(count);
  const number = (value: number) => new Intl.NumberFormat(language === 'fa' ? 'fa-IR' : 'en-GB').format(value);

  it('finds a changed limit by a filter, in words', async () => {
    await open('/audit');
    await shown('full');
    await page.getByLabel(t('audit:filter.event'), { exact: true }).selectOption('settings.limit');
    await rowsAre(2);
    expect(new URL(page.url()).search).toBe('?event=settings.limit');
    const newest = await rows().first().textContent();
    for (const part of ['OpenAI', 'Nima', number(10_000), number(20_000)]) expect(newest).toContain(part);
    await page.getByText(t('audit:filter.eventIs', { value: t('audit:event.settings.limit') })).waitFor();
    await shown('filtered');
  });

  it('opens the entry by keyboard: both values, the request, its place in the chain', async () => {
    await page.locator('main h1').click();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog');
    await panel.getByText(t('audit:detail.sound')).waitFor();
    expect(await panel.locator('tbody tr').textContent()).toBe(
      [t('audit:field.monthlyLimit'), number(10_000), number(20_000)].join(''),
    );
    expect(await panel.getByRole('button', { name: t('audit:detail.copyRequestId') }).count()).toBe(1);
    await shown('entry', true);
    const first = page.url();
    await page.keyboard.press('j');
    await expect.poll(() => page.url(), patient).not.toBe(first);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?event=settings.limit');
  });

  it('leads from an entry to all changes of its record', async () => {
    await rows().first().getByRole('button').click();
    await page
      .getByRole('dialog')
      .getByRole('link', { name: t('audit:detail.allOfTarget') })
      .click();
    await expect.poll(() => new URL(page.url()).searchParams.get('target'), patient).toMatch(/^[0-9a-f-]{36}$/);
    await page.getByText(t('audit:list.endFiltered')).waitFor();
    expect(await rows().count()).toBe(2);
    await page.goBack();
  });

  it('has presets, days in the calendar of the language, and UTC', async () => {
    await open('/audit');
    await page.getByRole('button', { name: t('audit:preset.failed_sign_ins'), exact: true }).click();
    await rowsAre(1);
    expect(await rows().textContent()).toContain(normal.email);
    await page.getByRole('button', { name: new RegExp(`^${t('audit:filter.days')}:`) }).click();
    await page.getByRole('dialog').getByRole('grid').waitFor();
    await shown('days', true);
    // From a week ago to today: where the day has begun in Tehran, it may not have in UTC.
    for (const key of ['ArrowUp', 'Enter', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('common:date.apply') })
      .click();
    await expect.poll(() => new URL(page.url()).searchParams.get('from'), patient).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    await page.getByLabel(t('audit:filter.utcSwitch')).check();
    await expect.poll(() => new URL(page.url()).searchParams.get('zone'), patient).toBe('utc');
    await page.reload();
    await rowsAre(1);
  });

  it('keeps the filters behind a button on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open('/audit?via=session');
    const button = page.getByRole('button', { name: t('audit:filter.count', { shown: number(1) }) });
    expect(await page.getByLabel(t('audit:filter.event'), { exact: true }).count()).toBe(0);
    await shown('phone');
    await button.click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel(t('audit:filter.event'), { exact: true }).selectOption('settings.limit');
    await expect.poll(() => new URL(page.url()).search, patient).toBe('?via=session&event=settings.limit');
    await shown('phone-filters', true);
    await drawer.getByRole('button', { name: t('common:action.clearFilters') }).click();
    await expect.poll(() => new URL(page.url()).search, patient).toBe('');
    await drawer.getByRole('button', { name: t('audit:filter.show') }).click();
    await drawer.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: t('audit:filter.title'), exact: true }).waitFor();
    await page.setViewportSize({ width: 1360, height: 860 });
  });

  it('says that nothing matches, and clears the filters', async () => {
    await open('/audit?event=keys.rotate&via=token');
    await shown('no-match');
    await page
      .getByRole('button', { name: t('common:action.clearFilters') })
      .last()
      .click();
    await expect.poll(() => rows().count(), patient).toBeGreaterThan(4);
  });

  it('gives the list as a file that no spreadsheet runs', async () => {
    await open('/audit?event=provider.create');
    const opener = page.getByRole('button', { name: t('audit:export') });
    const { name, bytes } = await saveFile(page, t, { opener });
    expect(name).toMatch(/^audit-\d{4}-\d{2}-\d{2}\.csv$/);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, ...lines] = bytes.toString('utf8').trimEnd().split('\r\n');
    expect(head).toContain('sequence,occurredAt,action');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^\d+,\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z,provider\.create,/);
    expect(lines[0]).toContain(`"'=HYPERLINK(""https://evil.example""`);
  });

  it('offers what happened meanwhile', async () => {
    await open('/audit?event=settings.limit');
    await setLimit(30_000);
    await page
      .getByRole('button', { name: t('audit:list.newer_one', { count: number(1) }) })
      .click({ timeout: 60_000 });
    await rowsAre(3);
  });

  it('checks every entry of the chain', async () => {
    await page.getByRole('button', { name: t('audit:chain.checkAll') }).click();
    await page.getByRole('button', { name: t('audit:chain.again') }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('hears no complaint of the browser', () => {
    expect(visitor.complaints.filter((line) => !line.includes('status of 401'))).toEqual([]);
  });

  it('shows a normal admin their own deeds and sends no others', async () => {
    const own = await visit(browser, { language, scheme, width: 390, height: 844 });
    await enter(own.page, server.url, normal, '/audit');
    await own.page.getByRole('heading', { level: 1, name: t('audit:titleOwn') }).waitFor();
    await own.page.getByText(t('audit:list.endOwn')).waitFor();
    expect(await own.page.locator('tbody tr').count()).toBe(1);
    await picture(own.page, `audit.own.${language}.${scheme}.390`);
    expect(await violations(own.page)).toEqual([]);
    const others = await own.page.evaluate(async () => (await fetch('/trpc/audit.get?input={"sequence":"1"}')).status);
    expect(others).toBe(404);
    const sent = own.answers.join('\n');
    expect(sent).toContain('auth.login');
    for (const hidden of [root.email, 'settings.limit', 'seed.run', 'auth.login_failed', 'verifyStatus'])
      expect(sent).not.toContain(hidden);
    await own.close();
  });

  it('names the first entry that was changed behind its back', async () => {
    await server.stop();
    await tamper(dataDir, "update audit_log set target_label = 'nothing to see' where id = 3");
    server = await startServer({ ...withRoot, DATA_DIR: dataDir });
    await enter(page, server.url, root, '/audit');
    const banner = page.getByRole('alert');
    await banner.getByText(t('audit:chain.problem.hash')).waitFor();
    expect(await banner.textContent()).toContain(number(3));
    await shown('broken');
    await banner.getByRole('button', { name: t('audit:chain.openEntry') }).click();
    await page.getByRole('dialog').getByText(t('audit:chain.problem.hash')).waitFor();
  });
});
