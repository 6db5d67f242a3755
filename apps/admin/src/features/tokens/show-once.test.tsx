import { act, useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loadStrings, startI18n } from '../../i18n/index.js';
import { fakeApi } from '../../testing/api.js';
import { keptText } from '../../testing/kept.js';
import { buttonNamed, click, render, type } from '../../testing/render.js';
import { inRouter } from '../../testing/router.js';
import { buildToken } from './fixtures/token.js';
import { NewToken } from './NewToken.js';
import { RenameToken } from './RenameToken.js';
import { RotateToken } from './RotateToken.js';
import { TokenOnce, type MadeToken } from './TokenOnce.js';

const token = 'dap_CANARY-of-a-token';
const answer = { token, item: buildToken() };
const close = () => undefined;

beforeEach(async () => {
  await startI18n('en');
  await loadStrings('tokens');
});

function api() {
  return fakeApi({
    'auth.me': { user: {}, can: [] },
    'providers.list': { items: [], total: 0 },
    'tokens.create': answer,
    'tokens.rotate': answer,
    'tokens.update': answer.item,
  });
}

/** The page of tokens, as far as it holds one that was made. */
function Page({ ask: Ask }: { ask: (props: { onMade: (made: MadeToken) => void }) => React.JSX.Element }) {
  const [made, setMade] = useState<MadeToken | null>(null);
  const [isDone, setIsDone] = useState(false);
  const forget = () => {
    setMade(null);
    setIsDone(true);
  };
  if (isDone) return <p>done</p>;
  return made ? <TokenOnce made={made} onDone={forget} /> : <Ask onMade={setMade} />;
}

describe('a token that is shown once', () => {
  it.each([
    {
      deed: 'made',
      ask: ({ onMade }: { onMade: (made: MadeToken) => void }) => <NewToken onMade={onMade} onClose={close} />,
      submit: async () => {
        await type(document.querySelector('input[data-autofocus]'), 'CI robot');
        await click(buttonNamed('Create token'));
      },
    },
    {
      deed: 'rotated',
      ask: ({ onMade }: { onMade: (made: MadeToken) => void }) => (
        <RotateToken token={buildToken()} onMade={onMade} onClose={close} />
      ),
      submit: () => click(buttonNamed('Rotate token')),
    },
  ])('and was $deed is nowhere after Done: neither on the page nor in a cache', async ({ ask, submit }) => {
    const { Api, client } = api();
    await render(<Api>{await inRouter(() => <Page ask={ask} />)}</Api>);
    await act(async () =>
      vi.waitFor(() => expect(document.querySelector('button[type=submit], button')).not.toBeNull()),
    );
    await submit();
    await act(async () => vi.waitFor(() => expect(keptText(client)).toContain(token)));
    await click(document.querySelector('input[type=checkbox]'));
    await click(buttonNamed('Done'));
    await act(async () => vi.waitFor(() => expect(document.body.textContent).toContain('done')));
    await act(async () => vi.waitFor(() => expect(keptText(client)).not.toContain('CANARY')));
  });
});

describe('RenameToken', () => {
  it('says which state of the token the new name is for', async () => {
    const { Api, calls } = api();
    const renamed = buildToken();
    await render(
      <Api>
        <RenameToken token={renamed} onClose={close} />
      </Api>,
    );
    await type(document.querySelector('input[data-autofocus]'), 'Nightly');
    await click(buttonNamed('Rename token'));
    const update = () => calls.find(({ path }) => path === 'tokens.update')?.input;
    await act(async () => vi.waitFor(() => expect(update()).toBeDefined()));
    const { publicId, updatedAt: expectedUpdatedAt } = renamed;
    expect(update()).toEqual({ publicId, patch: { name: 'Nightly' }, expectedUpdatedAt });
  });
});
