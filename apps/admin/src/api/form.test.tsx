import { TextInput } from '@mantine/core';
import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { render, type } from '../testing/render.js';
import { useContractForm } from './form.js';

const schema = z.object({ name: z.string().min(3) });

function Name() {
  const form = useContractForm({ schema, initialValues: { name: '' } });
  return <TextInput {...form.getInputProps('name')} />;
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
});
