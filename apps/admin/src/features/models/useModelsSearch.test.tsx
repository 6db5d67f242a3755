import { beforeEach, describe, expect, it, vi } from 'vitest';
import { buttonNamed, click, render } from '../../testing/render.js';
import { ModelsAddressProvider, type Address, type ModelsAddress } from './models-address.js';
import { filterOf, isFiltered, useModelsSearch } from './useModelsSearch.js';

const go = vi.fn<ModelsAddress['go']>();

beforeEach(() => go.mockClear());

function List() {
  const { search, chosen, filter, clear } = useModelsSearch();
  return (
    <>
      <button onClick={() => filter({ status: 'active' })}>Filter</button>
      <button onClick={clear}>Clear</button>
      <output>{JSON.stringify([filterOf(search), isFiltered(chosen)])}</output>
    </>
  );
}

async function show(now: Address, provider?: string) {
  await render(
    <ModelsAddressProvider value={{ now, go, param: 'open', ...(provider !== undefined && { provider }) }}>
      <List />
    </ModelsAddressProvider>,
  );
  return document.querySelector('output')?.textContent;
}

const gone = (from: Address) => go.mock.lastCall?.[0](from);

describe('useModelsSearch', () => {
  it('asks for the models of the one provider on its page, and does not call that a filter', async () => {
    expect(await show({}, 'openai')).toBe('[{"provider":["openai"]},false]');
  });
  it('takes no other provider there', async () => {
    expect(await show({ provider: ['google'], search: 'gpt' }, 'openai')).toBe(
      '[{"search":"gpt","provider":["openai"]},true]',
    );
  });
  it('starts another filter at the first page, and keeps the open model', async () => {
    await show({ page: 3 });
    await click(buttonNamed('Filter'));
    expect(gone({ page: 3, model: 'm' })).toEqual({ page: undefined, model: 'm', status: 'active' });
    await click(buttonNamed('Clear'));
    expect(gone({ search: 'x', sort: 'name', model: 'm' })).toEqual({ sort: 'name', model: 'm' });
  });
});
