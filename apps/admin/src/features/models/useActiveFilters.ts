import type { ModelOutput } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import type { ActiveFilter } from '../../components/FilterBar.js';
import { useFmt } from '../../i18n/fmt.js';
import { priceWords, useTokenWords } from './filter-words.js';
import { useProviderCounts } from './useModels.js';
import type { ModelsSearch } from './models-address.js';
import { useModelsSearch } from './useModelsSearch.js';

/** What the list is narrowed by, in words. The search text stands in its own field. */
export function useActiveFilters(): ActiveFilter[] {
  const { t } = useTranslation(['models', 'common']);
  const { search, chosen, filter } = useModelsSearch();
  const fmt = useFmt();
  const tokens = useTokenWords();
  const names = useProviderCounts(search).data;
  const { provider = [], capability = [], status, maxIn, maxOut, minContext, maxContext } = chosen;
  const chip = (id: string, label: string, without: ModelsSearch): ActiveFilter => ({
    id,
    label,
    onRemove: () => filter(without),
  });
  const nameOf = (slug: ModelOutput['provider']['slug']) =>
    names?.find((each) => each.slug === slug)?.displayName ?? slug;
  return [
    ...provider.map((slug) =>
      chip(`provider-${slug}`, t('list.providerIs', { value: nameOf(slug) }), { provider: without(provider, slug) }),
    ),
    ...capability.map((each) =>
      chip(each, t('list.capabilityIs', { value: t(`capability.${each}.word`) }), {
        capability: without(capability, each),
      }),
    ),
    ...(maxIn ? [chip('in', t('filter.inIs', { value: priceWords(t, fmt, maxIn) }), { maxIn: undefined })] : []),
    ...(maxOut ? [chip('out', t('filter.outIs', { value: priceWords(t, fmt, maxOut) }), { maxOut: undefined })] : []),
    ...(minContext ? [chip('min', t('filter.minIs', { value: tokens(minContext) }), { minContext: undefined })] : []),
    ...(maxContext ? [chip('max', t('filter.maxIs', { value: tokens(maxContext) }), { maxContext: undefined })] : []),
    ...(status
      ? [chip('status', t('common:filter.statusIs', { value: t(`filter.statuses.${status}`) }), { status: undefined })]
      : []),
  ];
}

/** The list without one of its entries; undefined when that was the last. */
export function without<Value>(list: readonly Value[], one: Value): Value[] | undefined {
  const rest = list.filter((each) => each !== one);
  return rest.length > 0 ? rest : undefined;
}
