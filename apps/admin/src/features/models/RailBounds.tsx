import { useTranslation } from 'react-i18next';
import { BoundField } from '../../components/BoundField.js';
import { useFmt } from '../../i18n/fmt.js';
import { contextStops, priceStops, rangeProblem, usualPrices } from './filter-bounds.js';
import { priceWords, useTokenWords } from './filter-words.js';
import { isPrice, shortPrice } from './price.js';
import { useModelsSearch } from './useModelsSearch.js';

/** The most that a model may cost, in dollars per 1 million tokens. */
export function PriceBound({ side }: { side: 'In' | 'Out' }) {
  const { t } = useTranslation(['models', 'common']);
  const fmt = useFmt();
  const { search, filter } = useModelsSearch();
  const name = `max${side}` as const;
  const words = (price: string | undefined) => (price === undefined ? t('filter.any') : priceWords(t, fmt, price));
  return (
    <BoundField
      label={t(`filter.price${side}`)}
      exactLabel={t(`filter.exact${side}`)}
      kind="decimal"
      value={search[name]}
      onChange={(price) => filter({ [name]: price === undefined ? undefined : shortPrice(price) })}
      stops={priceStops}
      words={words}
      check={(text) => (isPrice(text) ? undefined : t('filter.notPrice'))}
      presets={usualPrices.map((value) => ({ value, label: priceWords(t, fmt, value) }))}
    />
  );
}

/** The least and the most that a context window may hold. */
export function ContextBounds() {
  const { t } = useTranslation('models');
  const tokens = useTokenWords();
  const { search, filter } = useModelsSearch();
  const { minContext, maxContext } = search;
  const words = (bound: string | undefined) => (bound === undefined ? t('filter.any') : tokens(Number(bound)));
  const check = (min: string | number | undefined, max: string | number | undefined) => {
    const problem = rangeProblem(min, max);
    return problem && t(`filter.${problem}`);
  };
  return (
    <>
      <BoundField
        label={t('filter.minContext')}
        exactLabel={t('filter.exactMin')}
        kind="integer"
        value={minContext?.toString()}
        onChange={(min) => filter({ minContext: numberOf(min) })}
        stops={contextStops.filter((stop) => maxContext === undefined || Number(stop) <= maxContext)}
        open="start"
        words={words}
        check={(text) => check(text, maxContext)}
      />
      <BoundField
        label={t('filter.maxContext')}
        exactLabel={t('filter.exactMax')}
        kind="integer"
        value={maxContext?.toString()}
        onChange={(max) => filter({ maxContext: numberOf(max) })}
        words={words}
        check={(text) => check(minContext, text)}
      />
    </>
  );
}

const numberOf = (text: string | undefined) => (text === undefined ? undefined : Number(text));
