import { Input, Loader } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Palette.module.css';
import type { usePalette } from './usePalette.js';

interface Props {
  palette: ReturnType<typeof usePalette>;
  /** The id of what the arrows walk through. */
  listId: string;
}

/** The field keeps the focus; which line is chosen is told to screen readers by its id. */
export function PaletteSearch({ palette, listId }: Props) {
  const { t } = useTranslation('frame');
  const { step, selected, isLoading } = palette;
  const label = step ? t(`palette.${step}`) : t('palette.hint');
  return (
    <Input
      data-autofocus
      size="md"
      variant="unstyled"
      className={classes.search}
      role="combobox"
      aria-expanded
      aria-autocomplete="list"
      aria-controls={listId}
      aria-activedescendant={selected && palette.idOf(selected)}
      aria-label={label}
      placeholder={label}
      autoComplete="off"
      spellCheck={false}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={isLoading && <Loader size={16} aria-label={t('palette.searching')} />}
      value={palette.query}
      onChange={(event) => palette.type(event.currentTarget.value)}
      onKeyDown={palette.onKeyDown}
    />
  );
}
