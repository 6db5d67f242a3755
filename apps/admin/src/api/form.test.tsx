import { TextInput } from '@mantine/core';
import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buttonNamed, click, render, type } from '../testing/render.js';
import { useContractForm } from './form.js';

const schema = z.object({ name: z.string().min(3) });

const sent: string[] = [];

function Name() {
  const form = useContractForm({ schema, initialValues: { name: '' } });
  return (
    <form onSubmit={form.onSubmit(({ name }) => void sent.push(name))}>
      <TextInput {...form.getInputProps('name')} />
      <button type="button" onClick={() => form.setErrors({ name: 'Taken' })}>
        Refuse
      </button>
    </form>
  );
}

const input = () => document.querySelector('input');
const leave = () => act(async () => input()?.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
const isWrong = () => input()?.getAttribute('aria-invalid') === 'true';

describe('a field of a form', () => {
  it('is left alone while somebody types for the first time', async () => {
    await render(<Name />);
    await type(input(), 'a');
    expect(isWrong()).toBe(false);
  });
  it('is checked when it is left, and from then on with every key', async () => {
    await render(<Name />);
    await type(input(), 'a');
    await leave();
    expect(isWrong()).toBe(true);
    await type(input(), 'ab');
    expect(isWrong()).toBe(true);
    await type(input(), 'abc');
    expect(isWrong()).toBe(false);
    await type(input(), 'ab');
    expect(isWrong()).toBe(true);
  });
  it('keeps what the server refused until it is another one, and may be sent again', async () => {
    await render(<Name />);
    await type(input(), 'abc');
    await click(buttonNamed('Refuse'));
    await leave();
    expect(isWrong()).toBe(true);
    await act(async () => document.querySelector('form')?.requestSubmit());
    expect(sent).toEqual(['abc']);
    await click(buttonNamed('Refuse'));
    await type(input(), 'abcd');
    expect(isWrong()).toBe(false);
  });
});
