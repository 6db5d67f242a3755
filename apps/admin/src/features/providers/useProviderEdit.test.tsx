import type { ProviderOutput } from '@ai-providers/contracts';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { buttonNamed, click, render, type } from '../../testing/render.js';
import { buildProvider } from './fixtures/provider.js';
import { useProviderEdit } from './useProviderEdit.js';

const stored = buildProvider({ name: 'Old', website: 'https://old.example' });

/** A form over the record, to which others have saved `change` once the button is pressed. */
function Editor({ change }: { change: Partial<ProviderOutput> }) {
  const [provider, setProvider] = useState(stored);
  const { form, base, isOutdated } = useProviderEdit(provider);
  const newer = { ...stored, ...change, updatedAt: '2099-01-01T00:00:00Z' };
  return (
    <>
      <input {...form.getInputProps('name')} />
      <button onClick={() => setProvider(newer)}>Arrive</button>
      <p>{[form.values.name, form.values.website, base !== stored, isOutdated].join()}</p>
    </>
  );
}

async function afterTyping(change: Partial<ProviderOutput>) {
  await render(<Editor change={change} />);
  await type(document.querySelector('input'), 'Mine');
  await click(buttonNamed('Arrive'));
  return document.querySelector('p')?.textContent;
}

it('goes on from a newer record with what was typed, where others changed something else', async () => {
  expect(await afterTyping({ website: 'https://new.example' })).toBe('Mine,https://new.example,true,false');
});

it('leaves the form and its record as they are where others changed the same', async () => {
  expect(await afterTyping({ name: 'Theirs' })).toBe('Mine,https://old.example,false,true');
});
