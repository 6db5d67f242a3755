import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loadStrings, startI18n } from '../../i18n/index.js';
import { fakeApi } from '../../testing/api.js';
import { buttonNamed, click, render, type } from '../../testing/render.js';
import { InviteForm } from './InviteForm.js';

beforeEach(async () => {
  await startI18n('en');
  await loadStrings('admins');
});

const email = 'sara@example.com';

async function open() {
  const { publicId, invite } = {
    publicId: 'one',
    invite: { link: '/invite#token=x', expiresAt: '2026-12-01T08:00:00Z' },
  };
  const api = fakeApi({
    'admins.create': { publicId, email, invite },
    'system.settings': { defaultMonthlyLimit: 1000 },
  });
  await render(
    <api.Api>
      <InviteForm onInvited={vi.fn()} onClose={vi.fn()} />
    </api.Api>,
  );
  await type(document.querySelector('input[type=email]'), email);
  return () => api.calls.filter(({ path }) => path === 'admins.create').map(({ input }) => input);
}

async function chooseSuper(): Promise<void> {
  const select = document.querySelector('select') ?? expect.fail();
  await act(async () => {
    select.value = 'super';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await Promise.resolve();
  });
}

const confirmation = () =>
  [...document.querySelectorAll('label')].find((label) => label.textContent.includes('to confirm'));
const submit = () => buttonNamed('Make the link') as HTMLButtonElement;

describe('InviteForm', () => {
  it('asks an admin for nothing more', async () => {
    const made = await open();
    expect(confirmation()).toBeUndefined();
    await click(submit());
    expect(made()).toEqual([{ email }]);
  });

  it('has the email of a super admin typed again, letter for letter', async () => {
    const made = await open();
    await chooseSuper();
    const field = document.getElementById(confirmation()?.htmlFor ?? '');
    expect(submit().disabled).toBe(true);
    await type(field, 'sarah@example.com');
    expect(submit().disabled).toBe(true);
    await type(field, ` ${email} `);
    await click(submit());
    expect(made()).toEqual([{ email, isSuperuser: true }]);
  });
});
