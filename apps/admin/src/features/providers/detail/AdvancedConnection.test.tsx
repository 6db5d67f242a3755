import type { ProviderOutput } from '@ai-providers/contracts';
import { beforeEach, expect, it } from 'vitest';
import { loadStrings, startI18n } from '../../../i18n/index.js';
import { buttonNamed, click, render, type } from '../../../testing/render.js';
import { buildProvider } from '../fixtures/provider.js';
import { useProviderEdit } from '../useProviderEdit.js';
import { AdvancedConnection } from './AdvancedConnection.js';

const stored = buildProvider({ config: { dialect: 'openai', timeouts: { idle_ms: 5000 }, headers: { 'x-a': '1' } } });

beforeEach(async () => {
  await startI18n('en');
  await loadStrings('provider', 'providers');
});

function Editor({ provider }: { provider: ProviderOutput }) {
  const edit = useProviderEdit(provider);
  return (
    <form onSubmit={edit.form.onSubmit(() => undefined)}>
      <AdvancedConnection form={edit.form} />
      <output>{JSON.stringify(edit.patchOf(edit.form.values))}</output>
      <button type="button" onClick={() => edit.form.validate()}>
        Check
      </button>
      <button type="button" onClick={() => edit.adopt(provider)}>
        Discard
      </button>
    </form>
  );
}

const field = (label: string, index = 0) => {
  const labels = [...document.querySelectorAll('label')].filter(({ textContent }) => textContent === label);
  return document.getElementById(labels[index]?.htmlFor ?? '');
};
const patch = () => JSON.parse(document.querySelector('output')?.textContent ?? '') as unknown;

it('saves what is typed with the rest of the form, beside the other keys of the config', async () => {
  await render(<Editor provider={stored} />);
  expect(patch()).toEqual({});
  await type(field('Time to answer (ms)'), '60000');
  await click(buttonNamed('Add header'));
  expect(document.activeElement).toBe(field('Name', 1));
  await type(field('Value', 1), 'Panel');
  expect(document.body.textContent).toContain('Without a name it is not saved.');
  await type(field('Name', 1), 'x-title');
  expect(document.body.textContent).not.toContain('Without a name');
  expect(patch()).toEqual({
    config: {
      dialect: 'openai',
      timeouts: { idle_ms: 5000, headers_ms: 60_000 },
      headers: { 'x-a': '1', 'x-title': 'Panel' },
    },
  });
});

it('removes a header, keeps the focus, and begins again when what was typed is discarded', async () => {
  await render(<Editor provider={stored} />);
  await click(buttonNamed('Remove header 1'));
  expect(document.activeElement).toBe(buttonNamed('Add header'));
  expect(patch()).toEqual({ config: { dialect: 'openai', timeouts: { idle_ms: 5000 } } });
  await click(buttonNamed('Discard'));
  expect([patch(), field('Name')?.getAttribute('value')]).toEqual([{}, 'x-a']);
});

it('opens for what the contract refuses, and takes that back once it is mended', async () => {
  await render(<Editor provider={stored} />);
  await type(field('Time to connect (ms)'), '0');
  await click(buttonNamed('Check'));
  expect(document.querySelector('details')?.open).toBe(true);
  expect(document.body.textContent).toContain('Enter a whole number from 1 to 3,600,000');
  await type(field('Time to connect (ms)'), '10');
  expect(document.body.textContent).not.toContain('Enter a whole number');
});
