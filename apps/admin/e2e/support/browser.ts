import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect } from 'vitest';

const executablePath = '/usr/bin/chromium';
export const pictures = join(import.meta.dirname, '../../e2e-results');

/** Real Chromium. @throws with the line that installs it */
export function launch(): Promise<Browser> {
  if (!existsSync(executablePath)) throw new Error('Chromium is missing: apt-get install -y chromium');
  const quiet = [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath, args: quiet });
}

export interface Look {
  language: 'en' | 'fa';
  scheme: 'light' | 'dark';
  width?: number;
  height?: number;
}

/** A visitor, and everything that their browser saw. */
export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** Errors and warnings of the console, and requests that failed, apart from those a journey expects. */
  complaints: string[];
  /** Bodies of all answers of the API. */
  answers: string[];
  close(): Promise<void>;
}

/** Opens a browser of one's own: no cookie, no storage. */
export async function visit(
  browser: Browser,
  { language, scheme, width = 1360, height = 860 }: Look,
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale: language === 'fa' ? 'fa-IR' : 'en-GB',
    timezoneId: language === 'fa' ? 'Asia/Tehran' : 'UTC',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(40_000);
  const complaints: string[] = [];
  const answers: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('requestfailed', (request) => {
    // A page that is left ends its requests.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (!response.url().includes('/trpc/')) return;
    void response.text().then(
      (text) => answers.push(text),
      () => undefined, // the page was left before the body arrived
    );
  });
  return { page, context, complaints, answers, close: () => context.close() };
}

/** What stands where something is still loading. */
export const skeletons = '.mantine-Skeleton-root';

/** Waits until no region of the page is loading, the hidden ones included. */
export async function settled(page: Page): Promise<void> {
  const loading = page.locator(`[aria-busy="true"], ${skeletons}`);
  await expect.poll(() => loading.count(), { timeout: 20_000 }).toBe(0);
}

/** Keeps a picture for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled', fullPage: false });
}
