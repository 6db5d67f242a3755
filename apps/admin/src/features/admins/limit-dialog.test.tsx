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

async function open(standing?: Parameters<typeof LimitDialog>[0]['standing']) {
  const onSave = vi.fn();
  await render(
    <LimitDialog title="Limit" providers={[provider]} standing={standing} onSave={onSave} onClose={vi.fn()} />,
  );
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
    ['many admins', undefined],
    ['who has no limit', { monthlyLimit: null, usualLimit: null, raise: null }],
  ])('asks for no end for %s', async (_whom, standing) => {
    await open(standing);
    expect(howLong()).toBeNull();
  });
});
