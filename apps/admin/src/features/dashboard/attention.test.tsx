import { act } from 'react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { AttentionItem } from '@ai-providers/contracts';
import { loadStrings, startI18n } from '../../i18n/index.js';
import { fakeApi } from '../../testing/api.js';
import { fakePages } from '../../testing/pages.js';
import { buttonNamed, click, render, type } from '../../testing/render.js';
import { Attention } from './Attention.js';

const provider = { slug: 'openai', displayName: 'OpenAI' };
const near: AttentionItem = {
  kind: 'nearLimit',
  admin: { publicId: '00000000-0000-4000-8000-000000000001', name: 'Nima', email: 'nima@example.com' },
  provider,
  monthlyUsage: 9000,
  monthlyLimit: 10_000,
  usualLimit: 1000,
  raise: { monthlyLimit: 10_000, until: '2099-12-03' },
};

beforeAll(async () => {
  await startI18n('en');
  await Promise.all([loadStrings('dashboard'), import('./RaiseLimit.js')]);
});

async function show(item: AttentionItem) {
  const { Api, calls } = fakeApi({ 'settings.setLimit': {} });
  const { Pages } = fakePages({ '/': () => <Attention items={[item]} more={0} />, '/models': () => 'Models' });
  await render(
    <Api>
      <Pages />
    </Api>,
  );
  return calls;
}

/** As a person does in a list of the browser's own. */
async function choose(select: Element | null, value: string): Promise<void> {
  if (!(select instanceof HTMLSelectElement)) throw new Error('nothing to choose from');
  await act(async () => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

it('leads to the models that were shut down and are still active, and to no others', async () => {
  await show({ kind: 'modelsRetired', provider, models: ['Old'] });
  const href = document.querySelector('a')?.getAttribute('href') ?? '';
  expect(decodeURIComponent(href)).toBe('/models?provider=["openai"]&status=retiredActive');
});

describe('a limit that is nearly used up', () => {
  it('tells until when it is raised already', async () => {
    await show(near);
    expect(document.body.textContent).toContain('90%. Raised until 3 December 2099; usually 1,000.');
  });
  it('tells nothing of the kind where it is not', async () => {
    await show({ ...near, usualLimit: 10_000, raise: null });
    expect(document.body.textContent).not.toContain('Raised');
  });
  it('keeps the end of a raise when it is raised further', async () => {
    const calls = await show(near);
    await click(buttonNamed('Raise the limit of Nima for OpenAI'));
    await vi.waitFor(() => buttonNamed('Set limit'));
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('Raised until 3 December 2099');
    await click(buttonNamed('Set limit'));
    expect(calls.at(-1)).toMatchObject({ input: { monthlyLimit: 10_000, until: '2099-12-03' } });
  });
  it('offers the usual limit for good, which ends a raise', async () => {
    const calls = await show(near);
    await click(buttonNamed('Raise the limit of Nima for OpenAI'));
    await vi.waitFor(() => buttonNamed('Set limit'));
    await choose(document.querySelector('[role=dialog] select'), 'good');
    await click(buttonNamed('Set limit'));
    expect(calls.at(-1)?.input).toEqual({
      admin: near.admin.publicId,
      provider: 'openai',
      monthlyLimit: 1000,
      expected: { usualLimit: near.usualLimit, raise: near.raise },
    });
  });
  it('refuses what is no number, and never takes it for no limit at all', async () => {
    const calls = await show(near);
    await click(buttonNamed('Raise the limit of Nima for OpenAI'));
    await vi.waitFor(() => buttonNamed('Set limit'));
    for (const typed of ['20k', '', '1.5', '-1']) {
      await type(document.querySelector('[role=dialog] input[inputmode=numeric]'), typed);
      await click(buttonNamed('Set limit'));
      expect(document.querySelector('[role=dialog] [aria-invalid=true]')).not.toBeNull();
    }
    expect(calls.filter(({ path }) => path === 'settings.setLimit')).toEqual([]);
  });
});
