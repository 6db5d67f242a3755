import type { AdminOutput } from '@ai-providers/contracts';
import { act, useState, type ReactElement } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { loadStrings, startI18n } from '../../i18n/index.js';
import { fakeApi } from '../../testing/api.js';
import { keptText } from '../../testing/kept.js';
import { buttonNamed, click, render, type } from '../../testing/render.js';
import { inRouter } from '../../testing/router.js';
import { InviteAgain } from './InviteAgain.js';
import { InviteDialog } from './InviteDialog.js';

const email = 'sara@example.com';
const invite = { link: '/invite#CANARY-of-a-link', expiresAt: '2026-11-27T08:00:00.000Z' };
const admin = { publicId: '5f0c1d2e-0000-4000-8000-0000000000bb', email, name: 'Sara' } as AdminOutput; // what is read of it

beforeEach(async () => {
  await startI18n('en');
  await loadStrings('admins');
});

function Page({ ask }: { ask: (onClose: () => void) => ReactElement }) {
  const [isDone, setIsDone] = useState(false);
  return isDone ? <p>done</p> : ask(() => setIsDone(true));
}

it.each([
  {
    deed: 'invites',
    ask: (onClose: () => void) => <InviteDialog onClose={onClose} />,
    submit: async () => {
      await type(document.querySelector('input[type=email], input[autocomplete=off]'), email);
      await click(document.querySelector('button[type=submit]'));
    },
  },
  {
    deed: 'invites again',
    ask: (onClose: () => void) => <InviteAgain admin={admin} onClose={onClose} />,
    submit: () => click(buttonNamed('Make a new link')),
  },
])('a link that $deed is nowhere after Done: neither on the page nor in a cache', async ({ ask, submit }) => {
  const { Api, client } = fakeApi({
    'auth.me': { user: {}, can: [] },
    'system.settings': {},
    'admins.create': { ...admin, invite },
    'admins.invite': invite,
  });
  await render(<Api>{await inRouter(() => <Page ask={ask} />)}</Api>);
  await act(async () => vi.waitFor(() => expect(document.querySelector('button')).not.toBeNull()));
  await submit();
  await act(async () => vi.waitFor(() => expect(keptText(client)).toContain(invite.link)));
  await click(document.querySelector('input[type=checkbox]'));
  await click(buttonNamed('Done'));
  await act(async () => vi.waitFor(() => expect(document.body.textContent).toContain('done')));
  await act(async () => vi.waitFor(() => expect(keptText(client)).not.toContain('CANARY')));
});
