import type { SetupChecks } from '@ai-providers/contracts';
import { act } from 'react';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeApi } from '../../testing/api.js';
import { fakePages } from '../../testing/pages.js';
import { buttonNamed, click, render, type } from '../../testing/render.js';
import { loadStrings } from '../../i18n/index.js';
import { SetupPage } from './SetupPage.js';

const sound: SetupChecks = {
  database: 'embedded',
  pendingMigrations: 0,
  cache: 'memory',
  secretKey: 'ok',
  publicUrl: 'same',
};
const field = (name: string) => document.querySelector(`[name=${name}]`);
const focused = () => document.activeElement;
const said = () => [...document.querySelectorAll('[role=status]')].at(-1)?.textContent;
/** As Enter in a field does. */
const enter = () => act(async () => document.querySelector('form')?.requestSubmit());

async function open(found: SetupChecks = sound) {
  const api = fakeApi({ 'system.setupChecks': found, 'system.setup': {}, 'providers.active': [] });
  const { Pages, go } = fakePages({ '/setup': SetupPage });
  await loadStrings('setup');
  await render(
    <api.Api>
      <Pages />
    </api.Api>,
  );
  return { ...api, go };
}

// The parts of later steps come from files of their own: here they are at hand.
beforeAll(() => Promise.all([import('./OwnerStep.js'), import('./LookStep.js'), import('./ProviderStep.js')]));

const soon = (check: () => void) =>
  vi.waitFor(
    async () => {
      await act(async () => undefined);
      check();
    },
    { timeout: 5000 },
  );
const arrives = (what: () => unknown) => soon(() => expect(what()).toBeTruthy());

describe('the steps of the set-up', () => {
  beforeEach(() => window.history.replaceState(null, '', '/'));

  it('leave the focus alone at first', async () => {
    await open();
    expect(focused()).toBe(document.body);
  });
  it('put it into the first field of the owner and announce the step', async () => {
    const { go } = await open();
    await type(field('token'), 'from-the-log');
    await enter();
    await arrives(() => buttonNamed('Next'));
    await click(buttonNamed('Next'));
    await arrives(() => field('email'));
    await soon(() => expect([focused(), said()]).toEqual([field('name'), 'Owner']));
    await go('/setup?step=look');
    await arrives(() => document.querySelector('select'));
    expect([focused()?.textContent, said()]).toEqual(['Language', 'Language']);
    await go('/setup');
    await soon(() => expect(focused()?.textContent).toBe('Check'));
  });
});

describe('Enter', () => {
  it('checks with the token that was typed, and then goes on', async () => {
    const { calls } = await open();
    await type(field('token'), ' from-the-log ');
    await enter();
    await soon(() => expect(focused()).toBe(buttonNamed('Next')));
    expect(calls.find(({ path }) => path === 'system.setupChecks')?.input).toMatchObject({ token: 'from-the-log' });
    expect(field('token')).toBeNull();
    await enter();
    await arrives(() => field('email'));
  });
  it('checks again what is not sound, from where the focus was put', async () => {
    const { calls } = await open({ ...sound, secretKey: 'mismatch' });
    await type(field('token'), 'from-the-log');
    await enter();
    await soon(() => expect(focused()).toBe(buttonNamed('Check again')));
    await enter();
    await soon(() => expect(calls.filter(({ path }) => path === 'system.setupChecks')).toHaveLength(2));
  });
  it('leaves the step of the language', async () => {
    const { go } = await open();
    await go('/setup?step=look');
    await arrives(() => document.querySelector('select'));
    await enter();
    await arrives(() => [...document.querySelectorAll('h2')].find((each) => each.textContent === 'Provider'));
  });
});
