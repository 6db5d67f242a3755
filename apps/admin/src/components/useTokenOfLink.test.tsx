import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { render } from '../testing/render.js';
import { useTokenOfLink } from './useTokenOfLink.js';

function Told() {
  return <p>{useTokenOfLink()}</p>;
}
const open = (address: string) => window.history.replaceState(null, '', address);
const toldAt = async (address: string) => {
  open(address);
  return (await render(<Told />)).textContent;
};
afterEach(() => open('/'));

describe('the token of a link', () => {
  it.each([
    ['/invite#token=abc', 'abc'],
    ['/invite#token=%20abc%20', 'abc'],
    ['/invite', ''],
    ['/invite#other=abc', ''],
  ])('of %s is "%s"', async (address, token) => {
    expect(await toldAt(address)).toBe(token);
  });

  it('is taken out of the address, which keeps all else', async () => {
    await toldAt('/invite?a=1#token=abc');
    expect(window.location.pathname + window.location.search + window.location.hash).toBe('/invite?a=1');
  });

  it('is that of another link which is opened on the same page: the browser loads nothing for that', async () => {
    const told = await render(<Told />);
    for (const token of ['first', 'second']) {
      open(`/invite#token=${token}`);
      await act(async () => window.dispatchEvent(new HashChangeEvent('hashchange')));
      expect([told.textContent, window.location.hash]).toEqual([token, '']);
    }
  });

  it.each(['', '#', '#main', '#token='])('stays when "%s" is opened on the page', async (fragment) => {
    open('/invite#token=abc');
    const told = await render(<Told />);
    open(`/invite${fragment}`);
    await act(async () => window.dispatchEvent(new HashChangeEvent('hashchange')));
    expect(told.textContent).toBe('abc');
  });
});
