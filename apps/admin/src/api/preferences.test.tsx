import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { currentFmt } from '../i18n/fmt.js';
import { changeLanguage, currentLanguage } from '../i18n/index.js';
import { fakeApi } from '../testing/api.js';
import { buttonNamed, click, render } from '../testing/render.js';
import { appearance, setAppearance } from '../theme/appearance.js';
import { useChoose, useStoredPreferences } from './preferences.js';

afterEach(async () => {
  for (const name of ['calendar', 'digits'] as const) setAppearance(name, 'auto');
  setAppearance('density', 'comfortable');
  await changeLanguage('en');
});

function Chooser() {
  const choose = useChoose();
  return <button onClick={() => choose({ digits: 'persian', density: 'compact' })}>Choose</button>;
}
function Adopter() {
  useStoredPreferences();
  return null;
}

describe('a choice', () => {
  it('holds at once, is kept for the next visit, and is sent', async () => {
    const { Api, calls } = fakeApi({ 'auth.updatePreferences': { digits: 'persian', density: 'compact' } });
    await render(
      <Api>
        <Chooser />
      </Api>,
    );
    await click(buttonNamed('Choose'));
    expect([appearance('density'), currentFmt().number(12)]).toEqual(['compact', '۱۲']);
    expect(window.localStorage.getItem('panel-digits')).toBe('persian');
    await act(async () => vi.waitFor(() => expect(calls).toHaveLength(1)));
    expect(calls).toEqual([{ path: 'auth.updatePreferences', input: { digits: 'persian', density: 'compact' } }]);
  });
});

describe('stored choices', () => {
  it('reach another browser, and leave alone what was never chosen', async () => {
    setAppearance('density', 'compact');
    const { Api } = fakeApi({ 'auth.preferences': { language: 'fa', calendar: 'gregorian' } });
    await render(
      <Api>
        <Adopter />
      </Api>,
    );
    await act(async () => vi.waitFor(() => expect(currentLanguage()).toBe('fa')));
    expect([appearance('calendar'), appearance('density')]).toEqual(['gregorian', 'compact']);
    expect(document.documentElement.dir).toBe('rtl');
  });
});
