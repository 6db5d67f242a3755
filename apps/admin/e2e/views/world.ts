import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { visit, type Look, type Visitor } from '../support/browser.js';
import { startFaultyProxy, type FaultyProxy } from '../support/faulty-proxy.js';
import { ask, call, enter, normal, root, withRoot } from '../support/people.js';
import { countRequest } from '../support/program.js';
import { writeSeason } from '../support/season.js';
import { startServer, type RunningServer } from '../support/server.js';
import type { View } from './pages.js';

const keys = {
  OPENAI_API_KEY: 'sk-CANARY-views-openai-Xw1A',
  ANTHROPIC_API_KEY: 'sk-CANARY-views-anthropic-b7Tq',
};

/** The installations that the pages are looked at in, and the people who look. */
export interface World {
  faults: FaultyProxy;
  /** A page of a browser that is signed in already; the same one for every state that is seen by the same person. */
  visitor(look: Look, view: View): Promise<Visitor>;
  addressOf(view: View): string;
  close(): Promise<void>;
}

export async function openWorld(browser: Browser): Promise<World> {
  const [filled, bare, fresh] = await Promise.all([startFilled(browser), startBare(browser), startServer()]);
  const faults = await startFaultyProxy(filled.url);
  const urls = { filled: filled.url, bare: bare.url, fresh: fresh.url, faulty: faults.url };
  const urlOf = ({ at = 'filled' }: View) => urls[at];
  const open = new Map<string, Visitor>();
  return {
    faults,
    addressOf: (view) => urlOf(view) + view.path.replace('$admin', filled.admin),
    async visitor(look, view) {
      const name = [look.language, look.scheme, view.at, view.who].join(' ');
      const known = open.get(name);
      if (known) return known;
      const made = await visit(browser, look);
      open.set(name, made);
      if (view.who === 'nobody') return made;
      await enter(made.page, urlOf(view), view.who === 'normal' ? normal : root, '/settings/shortcuts');
      await made.page.locator('main h1').waitFor();
      return made;
    },
    async close() {
      for (const visitor of open.values()) await visitor.close();
      await faults.close();
      await Promise.all([filled, bare, fresh].map((server) => server.stop()));
    },
  };
}

async function startFilled(browser: Browser): Promise<RunningServer & { admin: string }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ai-providers-views-'));
  const environment = { ...withRoot, ...keys, DATA_DIR: dataDir };
  const before = await startServer(environment);
  const admin = await prepare(browser, before, fill);
  await before.stop();
  await writeSeason(dataDir);
  const server = await startServer(environment);
  const stop = () => server.stop().then(() => rm(dataDir, { recursive: true, force: true }));
  return { ...server, stop, admin };
}

async function startBare(browser: Browser): Promise<RunningServer> {
  const server = await startServer(withRoot);
  await prepare(browser, server, strip);
  return server;
}

/** What a filled installation has beyond the seed, apart from its past. @returns the id of the normal admin */
async function fill(page: Page): Promise<string> {
  const { publicId: admin } = (await call(page, 'admins.create', { ...normal, name: 'Nima' })) as { publicId: string };
  for (const [name, email] of others) await call(page, 'admins.create', { name, email, password: normal.password });
  for (const name of ['Mistral', 'xAI']) await call(page, 'providers.create', { name });
  await call(page, 'settings.setLimit', { admin, provider: 'openai', monthlyLimit: 40 });
  const made = await call(page, 'tokens.create', { name: 'poller', scopes: ['registry:read', 'usage:write'] });
  const { token } = made as { token: string };
  for (const [provider, model] of used) await countRequest(new URL(page.url()).origin, token, { provider, model });
  return admin;
}

const others = [
  ['Sara Ahmadi', 'sara@example.com'],
  ['مینا رضایی', 'mina@example.com'],
  ['Jonathan Featherstonehaugh', 'jonathan.featherstonehaugh@example.com'],
] as const;
const used = [
  ['openai', 'gpt-4o'],
  ['openai', 'gpt-4o'],
  ['openai', 'gpt-4o-mini'],
  ['anthropic', 'claude-haiku-4-5'],
] as const;

/** Takes away what the seed has put in. */
async function strip(page: Page): Promise<void> {
  const { items } = (await ask(page, 'providers.list', {})) as { items: Array<{ publicId: string }> };
  for (const { publicId } of items) await call(page, 'providers.delete', { publicId });
}

async function prepare<Result>(
  browser: Browser,
  server: RunningServer,
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  const { page, close } = await visit(browser, { language: 'en', scheme: 'light' });
  await enter(page, server.url, root);
  const result = await work(page);
  await close();
  return result;
}
