import { createRef } from 'react';
import { describe, expect, it } from 'vitest';
import { buttonNamed, click, render, type } from '../testing/render.js';
import { SecretField, type SecretHandle } from './SecretField.js';

const stored = { set: true, last4: '9fQ2', readable: true };
const input = () => document.querySelector('input');

describe('SecretField', () => {
  it('shows no more of a stored key than its last four characters', async () => {
    await render(<SecretField label="API key" stored={stored} />);
    expect(document.body.textContent).toContain('••••9fQ2');
    expect(input()).toBeNull();
  });
  it('tells what else is known beside a stored key, and not beside one that is typed', async () => {
    await render(<SecretField label="API key" stored={stored} note="used today" />);
    expect(document.body.textContent).toContain('used today');
    await click(buttonNamed('Replace'));
    expect(document.body.textContent).not.toContain('used today');
  });
  it('keeps the stored key until something is typed', async () => {
    const handle = createRef<SecretHandle>();
    await render(<SecretField ref={handle} label="API key" stored={stored} />);
    expect(handle.current?.read()).toBeUndefined();
    await click(buttonNamed('Replace'));
    expect(handle.current?.read()).toBeUndefined();
    await type(input(), ' sk-new-key ');
    expect(handle.current?.read()).toBe('sk-new-key');
  });
  it('answers null once the key is to be removed, and undefined again when that is taken back', async () => {
    const handle = createRef<SecretHandle>();
    await render(<SecretField ref={handle} label="API key" stored={stored} />);
    await click(buttonNamed('Remove'));
    expect(handle.current?.read()).toBeNull();
    await click(buttonNamed('Keep the stored key'));
    expect(handle.current?.read()).toBeUndefined();
  });
  it('forgets what was typed when the stored key is kept after all', async () => {
    const handle = createRef<SecretHandle>();
    await render(<SecretField ref={handle} label="API key" stored={stored} />);
    await click(buttonNamed('Replace'));
    await type(input(), 'sk-typed');
    await click(buttonNamed('Keep the stored key'));
    await click(buttonNamed('Replace'));
    expect([input()?.value, handle.current?.read()]).toEqual(['', undefined]);
  });
  it('hides the key and asks the browser not to fill it in', async () => {
    await render(<SecretField label="API key" />);
    expect([input()?.type, input()?.autocomplete]).toEqual(['password', 'off']);
  });
});
