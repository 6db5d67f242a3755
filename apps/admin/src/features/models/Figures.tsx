import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Money } from '../../components/Money.js';
import { useFmt } from '../../i18n/fmt.js';
import { isFree } from './price.js';

interface PriceProps {
  value: string | null;
  /** For who may say what is unknown. */
  onSet?: () => void;
  /** Whose price it is, for the label of that. */
  name?: string;
}

/** Dollars per 1 million tokens: unknown is not free. */
export function Price({ value, onSet, name }: PriceProps) {
  const { t } = useTranslation('models');
  if (value === null && onSet) {
    return (
      <>
        <Unknown />{' '}
        <Anchor component="button" type="button" size="xs" onClick={onSet} aria-label={t('price.setOf', { name })}>
          {t('price.set')}
        </Anchor>
      </>
    );
  }
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
