import type { SettingsOutput } from '@ai-providers/contracts';
import { act } from 'react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { loadStrings, startI18n } from '../../i18n/index.js';
import { fakeApi } from '../../testing/api.js';
import { buttonNamed, click, render, type } from '../../testing/render.js';
import { buildSettings } from './fixtures/settings.js';
import { LimitDialog } from './LimitDialog.js';

beforeAll(async () => {
  Object.assign(document, { fonts: new EventTarget() }); // a field that grows with its text listens to it
  await startI18n('en');
  await loadStrings('keys');
});

const setting = { useShared: true, usePersonal: true, setLimit: true, requestLimit: false };
const raise = { monthlyLimit: 5000, until: '2099-12-03' };

async function show(settings: SettingsOutput) {
  const { Api, calls } = fakeApi({
    'auth.me': { user: { publicId: 'me' }, can: [] },
    'settings.requestLimit': settings,
    'settings.setLimit': settings,
  });
  const onClose = vi.fn();
  await render(
    <Api>
      <LimitDialog settings={settings} onClose={onClose} />
    </Api>,
  );
  const sent = () => calls.filter(({ path }) => path !== 'auth.me').map(({ input }) => input);
  const closed = () => act(async () => vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce()));
  return { sent, closed };
}
const number = () => document.querySelector('input[inputmode=numeric]');

describe('a limit of one’s own', () => {
  it('that is no whole number is refused beside its field, and never sent as no limit at all', async () => {
    const { sent } = await show(buildSettings({ can: setting }));
    for (const [typed, says] of [
      ['20k', 'Enter a number'],
      ['', 'Fill in this field'],
      ['1.5', 'Enter a number'],
      ['-1', 'Must be 0 or more'],
    ] as const) {
      await type(number(), typed);
      await click(buttonNamed('Set limit'));
      expect(number()?.getAttribute('aria-invalid')).toBe('true');
      expect(document.body.textContent).toContain(says);
    }
    expect(sent()).toEqual([]);
  });

  it('is asked for in any digits, with what was said to it', async () => {
    const { sent, closed } = await show(buildSettings());
    await type(number(), '۲٬۰۰۰');
    await type(document.querySelector('textarea'), 'For the launch');
    await click(buttonNamed('Send request'));
    await closed();
    expect(sent()).toEqual([{ provider: 'openai', monthlyLimit: 2000, note: 'For the launch' }]);
  });

  it('is set for good or until the day that stands there, over what was seen', async () => {
    const seen = { usualLimit: 1000, raise };
    const { sent, closed } = await show(buildSettings({ can: setting, monthlyLimit: 5000, ...seen }));
    await type(number(), '6000');
    await click(buttonNamed('Set limit'));
    await closed();
    expect(sent()).toEqual([
      { admin: 'me', provider: 'openai', monthlyLimit: 6000, until: raise.until, expected: seen },
    ]);
  });
});
