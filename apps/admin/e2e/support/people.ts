import type { Page } from 'playwright-core';

export const root = { email: 'root@example.com', password: 'correct horse battery' };
export const normal = { email: 'normal@example.com', password: 'another good battery' };

/** The environment of a server whose first super admin is `root`. */
export const withRoot = { ADMIN_EMAIL: root.email, ADMIN_PASSWORD: root.password };

/** Calls a procedure as the page's visitor. */
export async function call(page: Page, path: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    async ([name, body]) => {
      const answer = await fetch(`/trpc/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const parsed = (await answer.json()) as { result?: { data: unknown }; error?: { message: string } };
      if (parsed.error) throw new Error(parsed.error.message);
      return parsed.result?.data;
    },
    [path, JSON.stringify(input)] as const,
  );
}

/** Asks a procedure as the page's visitor. */
export async function ask(page: Page, path: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    async ([name, text]) => {
      const answer = await fetch(`/trpc/${name}?input=${encodeURIComponent(text)}`);
      const parsed = (await answer.json()) as { result?: { data: unknown }; error?: { message: string } };
      if (parsed.error) throw new Error(parsed.error.message);
      return parsed.result?.data;
    },
    [path, JSON.stringify(input)] as const,
  );
}

/** Signs in by the API and opens a page of the panel. */
export async function enter(
  page: Page,
  url: string,
  who: { email: string; password: string },
  path = '/providers',
): Promise<void> {
  await page.goto(`${url}/login`);
  await call(page, 'auth.login', who);
  await page.goto(`${url}${path}`);
}
