import { describe, expect, it, vi } from 'vitest';
import { fakeApi } from '../../testing/api.js';
import { buttonNamed, click, render } from '../../testing/render.js';
import { AccountMenu } from './AccountMenu.js';

vi.mock('@tanstack/react-router', () => ({ Link: (props: object) => <a {...props} /> }));

async function show(name: string) {
  const { Api } = fakeApi({ 'auth.me': { user: { name, email: 'root@example.com', role: 'super' }, can: [] } });
  const container = await render(
    <Api>
      <AccountMenu />
    </Api>,
  );
  await vi.waitFor(() => expect(container.querySelector('button')).not.toBeNull());
}

describe('the account menu', () => {
  it.each([
    ['Sara', 'Account menu for Sara'],
    ['', 'Account menu for root@example.com'],
  ])('of "%s" is the %s', async (name, label) => {
    await show(name);
    await click(buttonNamed(label));
    const text = document.querySelector('[role=menu]')?.textContent ?? '';
    expect(text.split('root@example.com')).toHaveLength(2);
  });
  it('has a letter of the email where there is no name', async () => {
    await show('');
    expect(buttonNamed('Account menu for root@example.com').textContent).toBe('R');
  });
});
