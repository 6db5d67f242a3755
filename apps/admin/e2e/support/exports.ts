import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import type { words } from './strings.js';

interface How {
  opener: Locator;
  header?: 'words' | 'names';
  format?: 'csv' | 'jsonl';
}

/** Saves a list as a file, by the button that offers it; with machine names unless people's words are asked for. */
export async function saveFile(
  page: Page,
  t: ReturnType<typeof words>,
  { opener, header = 'names', format = 'csv' }: How,
) {
  await opener.click();
  if (format === 'csv') await page.getByLabel(t('export:header.label')).selectOption(header);
  else await page.getByLabel(t('export:format.label')).selectOption(format);
  const [request, download] = await Promise.all([
    page.waitForRequest(/\/exports\//),
    page.waitForEvent('download'),
    page.getByRole('button', { name: t('export:save') }).click(),
  ]);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const bytes = await readFile(await download.path());
  return { address: new URL(request.url()), name: download.suggestedFilename(), bytes, text: bytes.toString('utf8') };
}
