import { TextInput } from '@mantine/core';
import { describe, expect, it } from 'vitest';
import { buttonNamed, click, render } from '../testing/render.js';
import './FieldFaults.lazy.js'; // loaded before it is looked for
import type { FieldFault } from './field-fault.js';
import { FormErrors } from './FormErrors.js';

function show(details: FieldFault[], errors: Record<string, string> = {}) {
  return render(
    <form>
      <FormErrors failure={{ message: 'Some fields need your attention.', details }} />
      <TextInput required label="Name" data-path="name" error={errors.name} />
      <TextInput label="Slug" name="slug" error={errors.slug} />
    </form>,
  );
}

const empty = 'Fill in this field.';
const alert = () => document.querySelector('[role=alert]');

describe('what is wrong with a form', () => {
  it('names a field that the form does not have, as the server calls it', async () => {
    await show([{ path: 'config.auth', sentence: empty }]);
    expect(alert()?.textContent).toContain(`config.auth: ${empty}`);
  });
  it.each(['slug', 'slug.0'])('leads from %s to the field of that name', async (path) => {
    await show([{ path, sentence: empty }]);
    await click(buttonNamed('Slug'));
    expect(document.activeElement?.getAttribute('name')).toBe('slug');
  });
  it('calls a required field by its label without the mark', async () => {
    await show([{ path: 'name', sentence: empty }]);
    expect(alert()?.textContent).toContain(`Name: ${empty}`);
  });
  it('gives the focus to the first field at fault', async () => {
    await show([], { slug: empty });
    expect(document.activeElement?.getAttribute('name')).toBe('slug');
  });
  it('takes the focus itself where no field is at fault', async () => {
    await show([]);
    expect(document.activeElement).toBe(alert());
  });
});
