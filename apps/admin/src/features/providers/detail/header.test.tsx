import { beforeAll, expect, it, vi } from 'vitest';
import type { ReactNode } from 'react';
import { loadStrings, startI18n } from '../../../i18n/index.js';
import { fakeApi } from '../../../testing/api.js';
import { fakePages } from '../../../testing/pages.js';
import { buttonNamed, click, render } from '../../../testing/render.js';
import { buildProvider } from '../fixtures/provider.js';
import { InactiveNotice } from './InactiveNotice.js';
import { ProviderMenu } from './ProviderMenu.js';

beforeAll(async () => {
  await startI18n('en');
  await loadStrings('provider', 'providers');
});

async function show(element: ReactNode, answers: Record<string, unknown> = {}) {
  const { Api, calls } = fakeApi({ 'auth.me': { can: ['providers.create'] }, ...answers });
  const { Pages } = fakePages({ '/': () => element, '/providers/new': () => 'The form' });
  await render(
    <Api>
      <Pages />
    </Api>,
  );
  return calls;
}

it('has the menu of the row, without what belongs to a list', async () => {
  const provider = buildProvider();
  await show(<ProviderMenu provider={provider} />);
  await click(buttonNamed(`Actions for ${provider.displayName}`));
  const names = [...document.querySelectorAll('[role=menuitem]')].map(({ textContent }) => textContent);
  expect(names).toEqual(['Deactivate', 'Duplicate…', 'Delete…']);
  await click([...document.querySelectorAll('[role=menuitem]')][1]);
  await vi.waitFor(() => expect(document.body.textContent).toContain('The form'));
});

it('tells that an inactive provider refuses calls, and activates it', async () => {
  const provider = buildProvider({ isActive: false });
  const calls = await show(<InactiveNotice provider={provider} />, {
    'providers.update': { ...provider, isActive: true },
  });
  expect(document.body.textContent).toContain('Calls are refused');
  await click(buttonNamed('Activate provider'));
  await vi.waitFor(() =>
    expect(calls.find(({ path }) => path === 'providers.update')?.input).toEqual({
      publicId: provider.publicId,
      patch: { isActive: true },
    }),
  );
});
