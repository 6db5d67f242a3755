import { QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadStrings, startI18n } from '../i18n/index.js';
import { buttonNamed, click, render } from '../testing/render.js';
import { ExportDialog } from './ExportDialog.js';
import { queryClient } from './query-client.js';
import { saveExport } from './save-export.js';
import { sessionEnded } from './session-ended.js';

const saved: { name: string; href: string }[] = [];
const blobs: Blob[] = [];
const asked: string[] = [];
const answers: (() => Response)[] = [];

beforeEach(async () => {
  await startI18n('en');
  await loadStrings('export');
  for (const list of [saved, blobs, asked, answers]) list.length = 0;
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    return answers.shift()?.() ?? Response.error();
  });
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${blobs.push(blob as Blob)}`); // always one here
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, href: this.getAttribute('href') ?? '' });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const headers = { 'content-type': 'text/csv', 'content-disposition': 'attachment; filename="usage-2026-05-03.csv"' };
const file = (text: string) => () => new Response(text, { headers });
const refusal = (status: number, reason: string) => () =>
  Response.json(
    { error: { message: 'no', code: -32600, data: { code: 'X', httpStatus: status, reason, requestId: 'request-7' } } },
    { status },
  );
const open = (onClose = vi.fn()) =>
  render(
    <QueryClientProvider client={queryClient}>
      <ExportDialog label="Export CSV" files={{ csv: '/exports/usage.csv?from=a' }} onClose={onClose} />
    </QueryClientProvider>,
  );
const settled = (check: () => void) => act(async () => vi.waitFor(check));

describe('ExportDialog', () => {
  it('saves the file under the server’s name, with a header in the language, and closes', async () => {
    const onClose = vi.fn();
    answers.push(file('\ufeffrow,group\r\n'));
    await open(onClose);
    await click(buttonNamed('Save file'));
    await settled(() => expect(onClose).toHaveBeenCalledOnce());
    expect(asked).toEqual(['/exports/usage.csv?from=a&header=en']);
    expect(saved).toEqual([{ name: 'usage-2026-05-03.csv', href: 'blob:1' }]);
    expect([...new Uint8Array((await blobs[0]?.arrayBuffer()) ?? [])].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('says what failed with the request id, stays open, and tries again', async () => {
    const onClose = vi.fn();
    answers.push(refusal(500, 'INTERNAL'), file('x'));
    await open(onClose);
    await click(buttonNamed('Save file'));
    await settled(() => expect(document.body.textContent).toContain('request-7'));
    expect(onClose).not.toHaveBeenCalled();
    await click(buttonNamed('Try again'));
    await settled(() => expect(onClose).toHaveBeenCalledOnce());
  });

  it('asks to sign in where the session has ended', async () => {
    const raise = vi.spyOn(sessionEnded, 'raise');
    answers.push(refusal(401, 'UNAUTHENTICATED'));
    await open();
    await click(buttonNamed('Save file'));
    await settled(() => expect(raise).toHaveBeenCalledOnce());
    expect(saved).toEqual([]);
  });
});

describe('saveExport', () => {
  const options = { signal: new AbortController().signal, onReceived: vi.fn() };

  it('leaves a file that is too large for memory to the browser', async () => {
    answers.push(file('0123456789'));
    await saveExport('/exports/audit.csv', { ...options, max: 5 });
    expect(saved).toEqual([{ name: '', href: '/exports/audit.csv' }]);
    expect(blobs).toEqual([]);
  });

  it('takes a file that is cut short for none', async () => {
    const cut = new ReadableStream({
      pull: (controller) => controller.error(new TypeError('network error')),
    });
    answers.push(() => new Response(cut, { headers }));
    await expect(saveExport('/exports/audit.csv', options)).rejects.toThrow('network error');
    expect(saved).toEqual([]);
  });
});
