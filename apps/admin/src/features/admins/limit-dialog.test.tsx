import { TRPCClientError } from '@trpc/client';
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loadStrings, startI18n } from '../../i18n/index.js';
import { buttonNamed, click, render } from '../../testing/render.js';
import { LimitDialog } from './LimitDialog.js';

const provider = { slug: 'openai', displayName: 'OpenAI' };
const raise = { monthlyLimit: 10_000, until: '2099-12-03' };
const raised = { monthlyLimit: 10_000, usualLimit: 1000, raise };

beforeEach(async () => {
  await startI18n('en');
  await loadStrings('admins');
});

type Props = Parameters<typeof LimitDialog>[0];

async function open(standing?: Props['standing'], error?: unknown) {
  const onSave = vi.fn();
  const props = { title: 'Limit', providers: [provider], standing, error, onSave, onClose: vi.fn() };
  await render(<LimitDialog {...props} />);
  return onSave;
}

const howLong = () => document.querySelector('select');
async function choose(value: string): Promise<void> {
  const select = howLong() ?? expect.fail();
  await act(async () => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await Promise.resolve();
  });
}

const refusal = (reason: string, field: string) =>
  TRPCClientError.from({
    error: { code: -32600, message: '', data: { reason, requestId: 'r1', fieldErrors: { [field]: { reason } } } },
  });
const describedBy = (input: Element) =>
  (input.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ');

describe('LimitDialog', () => {
  it('keeps the end of a raise', async () => {
    const onSave = await open(raised);
    await click(buttonNamed('Set limit'));
    expect(onSave).toHaveBeenCalledWith({ provider: 'openai', monthlyLimit: 10_000, until: '2099-12-03' });
  });

  it('offers the usual limit for good, which ends a raise', async () => {
    const onSave = await open(raised);
    await choose('good');
    await click(buttonNamed('Set limit'));
    expect(onSave).toHaveBeenCalledWith({ provider: 'openai', monthlyLimit: 1000 });
  });

  it('raises a limit for a week unless another day is chosen', async () => {
    const onSave = await open({ monthlyLimit: 1000, usualLimit: 1000, raise: null });
    await choose('day');
    await click(buttonNamed('Set limit'));
    const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    expect(onSave).toHaveBeenCalledWith({ provider: 'openai', monthlyLimit: 1000, until: inAWeek });
  });

  it.each([
    ['RAISE_NOT_HIGHER', 'monthlyLimit', 'A number above the usual limit.'],
    ['RAISE_END_NOT_ALLOWED', 'until', 'From today on, at most a year ahead (UTC).'],
  ])('shows %s beside its field', async (reason, field, sentence) => {
    await open(raised, refusal(reason, field));
    const beside = [...document.querySelectorAll('[aria-invalid="true"]')].map(describedBy);
    expect(beside).toEqual([expect.stringContaining(sentence)]);
  });

  it.each([
    ['many admins', undefined],
    ['who has no limit', { monthlyLimit: null, usualLimit: null, raise: null }],
  ])('asks for no end for %s', async (_whom, standing) => {
    await open(standing);
    expect(howLong()).toBeNull();
  });
});
