import { capabilities, modelSortKeys } from '@ai-providers/contracts/names';
import { listOf, oneOf, pageNumber, priceText, searchText, sortOf, wholeNumber } from './search.js';

/** What a list of models can be narrowed by, on the page of all or on that of a provider. */
export const modelFilters = {
  search: searchText,
  capability: listOf(oneOf(capabilities)),
  status: oneOf(['active', 'inactive', 'retired', 'retiredActive']),
  maxIn: priceText,
  maxOut: priceText,
  minContext: wholeNumber,
  maxContext: wholeNumber,
  page: pageNumber,
};

export const modelOrder = sortOf(modelSortKeys);

/** A range that ends before it begins is a broken parameter like any other. */
export function withRange<Search extends { minContext?: number; maxContext?: number }>(read: Search): Search {
  const { maxContext, ...search } = read;
  const isRange = maxContext !== undefined && maxContext >= (search.minContext ?? 0);
  return { ...search, ...(isRange && { maxContext }) } as Search; // the same without what is broken
}
