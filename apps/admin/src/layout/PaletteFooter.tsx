import { Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Palette.module.css';

/** The keys that work in the palette. */
export function PaletteFooter({ hasStep }: { hasStep: boolean }) {
  const { t } = useTranslation('frame');
  const keys = [
    ['↑ ↓', t('palette.move')],
    ['Enter', t('palette.choose')],
    ...(hasStep ? [['Backspace', t('palette.back')] as const] : []),
    ['Esc', t('palette.close')],
  ] as const;
  return (
    <div className={classes.footer}>
      {keys.map(([key, word]) => (
        <span key={key}>
          <Kbd dir="ltr" size="xs">
            {key}
          </Kbd>
          {word}
        </span>
      ))}
    </div>
  );
}
