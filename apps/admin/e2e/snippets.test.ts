import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit, type Visitor } from './support/browser.js';
import { ask, call, enter, root, withRoot } from './support/people.js';
import { startServer, type RunningServer } from './support/server.js';
import { words } from './support/strings.js';

const run = promisify(execFile);
const t = words('en');
const key = `sk-CANARY-${randomUUID()}`;
/** A provider on this machine: it answers whoever has the key. */
const upstream = createServer((req, res) => {
  res.statusCode = req.headers.authorization === `Bearer ${key}` ? 200 : 401;
  res.end();
});

let browser: Browser;
let server: RunningServer;
let visitor: Visitor;
let page: Page;
let token: string;
beforeAll(async () => {
  browser = await launch();
  await new Promise<void>((listening) => upstream.listen(0, '127.0.0.1', listening));
  server = await startServer(withRoot);
  visitor = await visit(browser, { language: 'en', scheme: 'light' });
  ({ page } = visitor);
  await enter(page, server.url, root, '/me/keys');
  const { port } = upstream.address() as AddressInfo; // it listens on a port
  await call(page, 'providers.create', {
    name: 'Nearby',
    apiBaseUrl: `http://127.0.0.1:${port}`,
    sharedApiKey: key,
  });
  const scopes = ['registry:read', 'keys:resolve', 'usage:write'];
  ({ token } = (await call(page, 'tokens.create', { name: 'snippets', scopes })) as { token: string }); // the contract's output
});
afterAll(async () => {
  await visitor.close();
  await server.stop();
  upstream.close();
  await browser.close();
});

const textOf = async (language: string) => {
  await page.getByRole('tab', { name: language, exact: true }).click();
  return (await page.getByRole('region', { name: language, exact: true }).textContent()) ?? '';
};

/** What both programs print that stand on the page. */
async function outputs() {
  expect(await textOf('.env')).toBe('DAPS_TOKEN=dap_…\n');
  const [line, program] = [await textOf('curl'), await textOf('TypeScript')];
  const file = join(import.meta.dirname, `snippet-${randomUUID()}.mjs`);
  await writeFile(file, program);
  const env = { PATH: process.env.PATH, DAPS_TOKEN: token };
  const curl = await run('sh', ['-c', line], { env });
  const typescript = await run(process.execPath, [file], { env });
  await rm(file);
  return { curl: curl.stdout, typescript: typescript.stdout.trim() };
}

describe('snippets', () => {
  it('of my keys get the key, make a request with it and count that', async () => {
    await page.goto(`${server.url}/me/keys`);
    await page.getByRole('button', { name: t('keys:snippet.openOf', { name: 'Nearby' }) }).click();
    const { curl, typescript } = await outputs();
    expect(curl).toContain(key);
    expect(typescript).toBe('200');
    const { items } = (await ask(page, 'usage.ledger', { provider: 'nearby' })) as {
      items: { status: string }[];
    };
    expect(items.map(({ status }) => status)).toEqual(['200']);
  });

  it('of a provider find its models and its key, in the tab that was chosen last', async () => {
    await page.goto(`${server.url}/providers/nearby`);
    const chosen = page.getByRole('tab', { name: 'TypeScript', exact: true });
    await chosen.waitFor();
    expect(await chosen.getAttribute('aria-selected')).toBe('true');
    const { curl, typescript } = await outputs();
    for (const part of ['[]', key]) expect(curl).toContain(part);
    expect(typescript).toMatch(/^http:\/\/127\.0\.0\.1:\d+ 0$/);
  });
});
