import type { Browser, Page } from 'playwright-core';
import { visit, type Look, type Visitor } from '../support/browser.js';
import { startFaultyProxy, type FaultyProxy } from '../support/faulty-proxy.js';
import { ask, call, enter, normal, root, withRoot } from '../support/people.js';
import { countRequest } from '../support/program.js';
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
  urlOf(view: View): string;
  close(): Promise<void>;
}

export async function openWorld(browser: Browser): Promise<World> {
  const [filled, bare] = await Promise.all([startServer({ ...withRoot, ...keys }), startServer(withRoot)]);
  await prepare(browser, filled, fill);
  await prepare(browser, bare, strip);
  const faults = await startFaultyProxy(filled.url);
  const urls = { filled: filled.url, bare: bare.url, faulty: faults.url };
  const urlOf = ({ at = 'filled' }: View) => urls[at];
  const open = new Map<string, Visitor>();
  return {
    faults,
    urlOf,
    async visitor(look, view) {
      const name = [look.language, look.scheme, view.at, view.who].join(' ');
      const known = open.get(name);
      if (known) return known;
      const made = await visit(browser, look);
      open.set(name, made);
      await enter(made.page, urlOf(view), view.who === 'normal' ? normal : root, '/settings/shortcuts');
      await made.page.locator('main h1').waitFor();
      return made;
    },
    async close() {
      for (const visitor of open.values()) await visitor.close();
      await faults.close();
      await Promise.all([filled.stop(), bare.stop()]);
    },
  };
}

/** What a filled installation has beyond the seed. */
async function fill(page: Page): Promise<void> {
  await call(page, 'admins.create', { ...normal, name: 'Nima' });
  await call(page, 'settings.setLimit', {
    admin: await idOf(page, normal.email),
    provider: 'openai',
    monthlyLimit: 40,
  });
  const made = await call(page, 'tokens.create', { name: 'poller', scopes: ['registry:read', 'usage:write'] });
  const { token } = made as { token: string };
  for (const [provider, model] of used) await countRequest(new URL(page.url()).origin, token, { provider, model });
}

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

async function idOf(page: Page, email: string): Promise<string | undefined> {
  const { items } = (await ask(page, 'admins.list', { search: email })) as { items: Array<{ publicId: string }> };
  return items[0]?.publicId;
}

async function prepare(browser: Browser, server: RunningServer, work: (page: Page) => Promise<void>): Promise<void> {
  const { page, close } = await visit(browser, { language: 'en', scheme: 'light' });
  await enter(page, server.url, root);
  await work(page);
  await close();
}
