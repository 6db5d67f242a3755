import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Money } from '../../components/Money.js';
import { useFmt } from '../../i18n/fmt.js';
import { isFree } from './price.js';

/** Dollars per 1 million tokens: unknown is not free. */
export function Price({ value }: { value: string | null }) {
  const { t } = useTranslation('models');
  if (value === null) return <Unknown />;
  return isFree(value) ? t('price.free') : <Money value={value} />;
}

/** A number of tokens. */
export function Tokens({ value }: { value: number | null }) {
  const fmt = useFmt();
  return value === null ? <Unknown /> : fmt.number(value);
}

function Unknown() {
  const { t } = useTranslation();
  return (
    <Text span inherit c="dimmed">
      <span aria-hidden>—</span>
      <span className="visually-hidden">{t('state.unknown')}</span>
    </Text>
  );
}
