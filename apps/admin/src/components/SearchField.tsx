import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

const debounceMs = 300;

interface Props {
  /** What the address says now. */
  value: string;
  onSearch: (value: string) => void;
  placeholder?: string;
}

/** Text that goes into the address 300 ms after the last key. */
export function SearchField({ value, onSearch, placeholder }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  const [sent, setSent] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Back, forward and "Clear filters" change the address without a key being pressed.
  if (value !== seen) {
    setSeen(value);
    if (value !== sent) {
      setSent(value);
      setTyped(value);
    }
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  const send = (next: string) => {
    clearTimeout(timer.current);
    setSent(next.trim());
    onSearch(next.trim());
  };
  const type = (next: string) => {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send(next), debounceMs);
  };
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
      rightSection={
        typed !== '' && (
          <CloseButton
            size="sm"
            aria-label={t('search.clear')}
            onClick={() => {
              setTyped('');
              send('');
            }}
          />
        )
      }
    />
  );
}
