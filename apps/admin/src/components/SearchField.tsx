import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDebouncedText } from './useDebouncedText.js';

interface Props {
  /** What the address says now. */
  value: string;
  onSearch: (value: string) => void;
  placeholder?: string;
}

/** Text that goes into the address 300 ms after the last key. */
export function SearchField({ value, onSearch, placeholder }: Props) {
  const { t } = useTranslation();
  const { typed, type, send } = useDebouncedText(value, onSearch);
  return (
    <TextInput
      type="search"
      role="searchbox"
      aria-label={t('search.label')}
      placeholder={placeholder ?? t('search.label')}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && send(typed)}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={typed !== '' && <CloseButton size="sm" aria-label={t('search.clear')} onClick={() => send('')} />}
    />
  );
}
