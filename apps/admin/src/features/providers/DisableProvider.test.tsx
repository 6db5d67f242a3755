import { beforeAll, expect, it, vi } from 'vitest';
import { loadStrings, startI18n } from '../../i18n/index.js';
import { fakeApi } from '../../testing/api.js';
import { buttonNamed, click, render } from '../../testing/render.js';
import { DisableProvider } from './DisableProvider.js';
import { buildProvider } from './fixtures/provider.js';

beforeAll(async () => {
  await startI18n('en');
  await loadStrings('providers');
});

async function ask(answers: Record<string, unknown>) {
  const onConfirm = vi.fn();
  const { Api, calls } = fakeApi(answers);
  const provider = buildProvider();
  await render(
    <Api>
      <DisableProvider provider={provider} onConfirm={onConfirm} onClose={vi.fn()} />
    </Api>,
  );
  const words = () => document.querySelector('[role=dialog] [role=status]')?.textContent;
  return { words, calls, provider, onConfirm };
}

it('tells in numbers who and what depends on a provider', async () => {
  const { words, calls, provider } = await ask({ 'providers.previewDisable': { admins: 3, models: 42 } });
  await vi.waitFor(() => expect(words()).toContain('3 admins lose the key'));
  expect(words()).toContain('42 models stop answering');
  expect(calls[0]?.input).toEqual({ publicIds: [provider.publicId] });
});

it('says that nothing could be counted, counts again, and lets it be done all the same', async () => {
  const answers: Record<string, unknown> = { 'providers.previewDisable': new Error('away') };
  const { words, onConfirm } = await ask(answers);
  await vi.waitFor(() => expect(words()).toContain('could not be counted'));
  await click(buttonNamed('Deactivate provider'));
  expect(onConfirm).toHaveBeenCalledOnce();
  answers['providers.previewDisable'] = { admins: 1, models: 0 };
  await click(buttonNamed('Try again'));
  await vi.waitFor(() => expect(words()).toContain('1 admin loses the key'));
  expect(words()).not.toContain('could not be counted');
});
