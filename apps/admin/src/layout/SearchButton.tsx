import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { modKey } from '../components/mod-key.js';
import classes from './SearchButton.module.css';

/** Opens the palette; looks like the field that it leads to, and is its icon on a phone. */
export function SearchButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <UnstyledButton
      className={classes.button}
      onClick={onClick}
      aria-haspopup="dialog"
      aria-keyshortcuts={modKey === '⌘' ? 'Meta+K' : 'Control+K'}
    >
      <IconSearch size={18} aria-hidden />
      <span className={classes.text}>{t('jump.open')}</span>
      <span dir="ltr" className={classes.keys} aria-hidden>
        {modKey} K
      </span>
    </UnstyledButton>
  );
}
