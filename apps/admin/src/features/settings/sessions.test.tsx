import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loadStrings, startI18n } from '../../i18n/index.js';
import { fakeApi } from '../../testing/api.js';
import { buttonNamed, click, render, type } from '../../testing/render.js';
import { PasswordForm } from './PasswordForm.js';
import { Sessions } from './Sessions.js';

const session = (publicId: string, isCurrent: boolean, userAgent: string | null) => ({
  publicId,
  isCurrent,
  userAgent,
  createdAt: '2026-11-24T08:00:00Z',
  lastSeenAt: '2026-11-24T09:00:00Z',
  expiresAt: '2026-12-01T08:00:00Z',
  ip: '10.0.0.1',
});
const mine = session('one', true, 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0');
const other = session('two', false, null);

beforeEach(async () => {
  await startI18n('en');
  await loadStrings('settings');
});

async function show(sessions: object[]) {
  const api = fakeApi({ 'auth.sessions': sessions, 'auth.revokeSession': { ok: true } });
  const container = await render(
    <api.Api>
      <Sessions />
    </api.Api>,
  );
  await act(async () => vi.waitFor(() => expect(container.querySelector('li')).not.toBeNull()));
  return { container, ...api };
}

describe('Sessions', () => {
  it('marks this browser, which cannot be signed out here', async () => {
    const { container } = await show([mine]);
    expect(container.textContent).toContain('Firefox on Linux');
    expect(container.textContent).toContain('You are signed in nowhere else.');
    expect(container.querySelector('button')).toBeNull();
  });
  it('signs another one out after asking once', async () => {
    const { calls } = await show([mine, other]);
    await click(buttonNamed('Sign out Unknown browser'));
    await act(async () => void (await import('./RevokeSession.js'))); // the dialog is loaded on demand
    const dialog = document.querySelector('[role=dialog]') ?? expect.fail();
    expect(calls.map(({ path }) => path)).toEqual(['auth.sessions']);
    await click([...dialog.querySelectorAll('button')].find(({ textContent }) => textContent === 'Sign out'));
    await act(async () => vi.waitFor(() => expect(document.querySelector('[role=dialog]')).toBeNull()));
    expect(calls).toContainEqual({ path: 'auth.revokeSession', input: { publicId: 'two' } });
  });
});

describe('PasswordForm', () => {
  const fields = () => [...document.querySelectorAll('input')];
  it('refuses a short password before it is sent, and keeps a sent one nowhere', async () => {
    const { Api, calls, client } = fakeApi({ 'auth.changePassword': { ok: true } });
    await render(
      <Api>
        <PasswordForm />
      </Api>,
    );
    await type(fields()[0] ?? null, 'the old password');
    await type(fields()[1] ?? null, 'short');
    await click(buttonNamed('Change password'));
    expect([calls.length, document.body.textContent.includes('At least 12 characters.')]).toEqual([0, true]);
    await type(fields()[1] ?? null, 'a good long password');
    await click(buttonNamed('Change password'));
    await act(async () => vi.waitFor(() => expect(fields().map(({ value }) => value)).toEqual(['', ''])));
    expect(calls[0]?.input).toEqual({ currentPassword: 'the old password', newPassword: 'a good long password' });
    const kept = client.getMutationCache().getAll();
    expect(JSON.stringify(kept.map(({ state }) => state))).not.toContain('password');
  });
});
