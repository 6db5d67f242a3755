import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './support/accessibility.js';
import { launch, picture, settled, visit } from './support/browser.js';
import { saveFile } from './support/exports.js';
import { call, enter, normal, root, withRoot } from './support/people.js';
import { countRequest } from './support/program.js';
import { startServer, type RunningServer } from './support/server.js';
import { words } from './support/strings.js';

const sharedKey = `sk-CANARY-${randomUUID()}`;
const uses = [
  { provider: 'openai', model: 'gpt-4o', status: 200, count: 12 },
  { provider: 'openai', model: 'gpt-4o', status: 500, count: 3 },
  { provider: 'anthropic', model: undefined, status: 200, count: 5 },
];
/** Of each request, and what its bucket makes of all of them. */
const latency = { each: 300, p50: 280, p95: 331 };
const all = 20;
const own = 4;

let browser: Browser;
let server: RunningServer;
beforeAll(async () => {
  browser = await launch();
  server = await startServer({ ...withRoot, OPENAI_API_KEY: sharedKey, ANTHROPIC_API_KEY: sharedKey });
  const { page, close } = await visit(browser, { language: 'en', scheme: 'light' });
  await enter(page, server.url, root);
  await call(page, 'admins.create', { ...normal, name: 'Normal' });
  const { items } = (await query(page, 'providers.list', {})) as { items: { publicId: string; slug: string }[] };
  const openai = items.find(({ slug }) => slug === 'openai');
  await call(page, 'providers.update', { publicId: openai?.publicId, patch: { allowSharedForNormalAdmins: true } });
  for (const { count, ...use } of uses) await record(page, count, use);
  await close();
  const other = await visit(browser, { language: 'en', scheme: 'light' });
  await enter(other.page, server.url, normal);
  await record(other.page, own, { provider: 'openai', model: 'gpt-4o', status: 200 });
  await other.close();
});
afterAll(async () => {
  await server.stop();
  await browser.close();
});

/** Counts requests as a program of the visitor's would: by a token, over the API. */
async function record(page: Page, count: number, use: object): Promise<void> {
  const made = (await call(page, 'tokens.create', { name: randomUUID(), scopes: ['usage:write'] })) as {
    token: string;
  };
  for (let index = 0; index < count; index += 1)
    await countRequest(server.url, made.token, { latencyMs: latency.each, ...use });
}

async function query(page: Page, path: string, input: object): Promise<unknown> {
  const target = `/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`;
  return page.evaluate(async (address) => {
    const answer = await fetch(address);
    return ((await answer.json()) as { result: { data: unknown } }).result.data;
  }, target);
}

const poll: typeof expect.poll = (read) => expect.poll(read, { timeout: 20_000 });
const ascii = (text: string | null) => (text ?? '').replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));

describe.each(['en', 'fa'] as const)('what was used, in %s', (language) => {
  const t = words(language);

  it('is counted as the server says, can be taken apart, and comes back by its address', async () => {
    const visitor = await visit(browser, { language, scheme: language === 'fa' ? 'dark' : 'light', height: 2200 });
    const { page } = visitor;
    await enter(page, server.url, root, '/usage');
    await page.getByRole('application').first().waitFor();
    await settled(page);
    await picture(page, `usage.full.${language}`);
    const summary = (await query(page, 'usage.summary', { groupBy: 'provider' })) as { total: { requests: string } };
    expect(summary.total.requests).toBe(String(all + own));
    const figure = async (name: string) =>
      ascii(await page.locator('dl > *').filter({ hasText: name }).locator('dd').textContent());
    expect(await figure(t('usage:figure.requests'))).toContain(summary.total.requests);
    expect(await figure(t('usage:figure.latencyP50Ms'))).toContain(String(latency.p50));
    expect(await figure(t('usage:figure.latencyP95Ms'))).toContain(String(latency.p95));
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: t('usage:by.model'), exact: true }).click();
    await page.getByLabel(t('usage:filter.outcome'), { exact: true }).selectOption('error');
    await poll(() => new URL(page.url()).search).toBe('?by=model&outcome=error');
    const total = page.locator('tbody tr').last().locator('td').first();
    await poll(async () => ascii(await total.textContent())).toBe('3');
    await page.reload();
    await poll(async () => ascii(await total.textContent())).toBe('3');
    await page.goBack();
    await poll(async () => ascii(await total.textContent())).toBe(String(all + own));
    expect(visitor.complaints.filter((line) => !line.includes('status of 401'))).toEqual([]);
    expect(visitor.answers.join()).not.toContain(sharedKey);
    await visitor.close();
  });

  it('stands in tables by one key, and a series is hidden by its button', async () => {
    const visitor = await visit(browser, { language, scheme: 'light', height: 2200 });
    const { page } = visitor;
    await enter(page, server.url, root, '/usage');
    const chart = page.getByRole('application', { name: t('usage:plot.requests') });
    await chart.waitFor();
    const entry = page.getByRole('button', { name: 'Anthropic', exact: true }).first();
    expect(await entry.getAttribute('aria-pressed')).toBe('true');
    await entry.press('Enter');
    expect(await entry.getAttribute('aria-pressed')).toBe('false');
    await chart.focus();
    await page.keyboard.press(language === 'fa' ? 'ArrowLeft' : 'ArrowRight');
    await page.locator('.recharts-tooltip-wrapper [role=status]').first().waitFor();
    await page.locator('h1').focus();
    await page.keyboard.press('t');
    const table = page.getByRole('table', { name: t('usage:plot.requests') });
    await table.waitFor();
    expect(await table.getByRole('columnheader', { name: 'Anthropic' }).count()).toBe(1);
    expect(ascii(await table.getByRole('row').last().textContent())).toContain(String(all + own));
    const latencies = page
      .getByRole('table', { name: t('usage:plot.latency') })
      .getByRole('row')
      .last();
    expect(ascii(await latencies.textContent())).toMatch(new RegExp(`${latency.p50}\\D+${latency.p95}\\D`));
    const failures = page.getByRole('table', { name: t('usage:plot.errors') });
    expect(await failures.getByRole('columnheader').last().textContent()).toBe('HTTP 500');
    await picture(page, `usage.tables.${language}`);
    await visitor.close();
  });

  it('is the same in the file', async () => {
    const { page, close } = await visit(browser, { language, scheme: 'light' });
    await enter(page, server.url, root, '/usage');
    const opener = page.getByRole('button', { name: t('usage:exportCsv') });
    const { text } = await saveFile(page, t, { opener, header: 'words' });
    const lines = text.trim().split('\r\n');
    expect(lines[0]).toContain(language === 'fa' ? 'ارائه‌دهنده,' : 'Provider,');
    expect(lines[1]).toMatch(/^group,openai,,OpenAI,19,3,/);
    expect(lines.at(-1)).toMatch(new RegExp(`^total,,,,${all + own},3,.*,${Object.values(latency).join(',')}$`));
    await close();
  });

  it('is only their own for a normal admin, on screen and in every answer', async () => {
    const visitor = await visit(browser, { language, scheme: 'light', height: 2200 });
    const { page } = visitor;
    await enter(page, server.url, normal, '/usage');
    await page.getByRole('application').first().waitFor();
    await settled(page);
    await picture(page, `usage.normal.${language}`);
    expect(await page.getByLabel(t('usage:by.admin'), { exact: true }).count()).toBe(0);
    await page.getByText(t('usage:costHidden')).waitFor();
    await page.getByRole('tab', { name: t('usage:view.requests') }).click();
    await poll(() => page.locator('tbody tr').count()).toBe(own);
    await settled(page);
    expect(await violations(page)).toEqual([]);
    expect(visitor.answers.join()).not.toContain(root.email);
    expect(visitor.answers.join()).not.toMatch(/"cost":"(?!0")/);
    await visitor.close();
  });

  it('says where nothing was used, and where the nearest use is', async () => {
    const { page, close } = await visit(browser, { language, scheme: 'light', width: 390, height: 844 });
    await enter(page, server.url, root, '/usage?range=custom&from=2020-01-01&to=2020-01-02&outcome=ok');
    const goTo = new RegExp(`^${t('usage:empty.goTo', { date: '.+' })}$`);
    await page.getByRole('button', { name: goTo }).waitFor();
    await settled(page);
    await picture(page, `usage.empty.${language}.390`);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: goTo }).click();
    await page.locator('dl').first().waitFor();
    const days = new URL(page.url()).searchParams;
    expect([days.get('from'), days.get('outcome')]).toEqual([days.get('to'), 'ok']);
    expect(Date.parse(days.get('from') ?? '')).toBeGreaterThan(Date.now() - 2 * 86_400_000); // counted just now
    await close();
  });
});
