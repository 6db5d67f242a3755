import { Button, useDirection } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { changeLanguage, currentLanguage, directionOf, type Language } from '../i18n/index.js';

/** One button, named in the other language: changes words and direction at once; what was typed stays. */
export function LanguageSwitch({ onChange }: { onChange?: (language: Language) => void }) {
  const { t } = useTranslation();
  const { setDirection } = useDirection();
  const other = currentLanguage() === 'fa' ? 'en' : 'fa';
  const change = async () => {
    await changeLanguage(other);
    setDirection(directionOf(other));
    onChange?.(other);
  };
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-md"
      lang={other}
      leftSection={<IconLanguage size={18} aria-hidden />}
      onClick={() => void change()}
    >
      {t(`language.${other}`)}
    </Button>
  );
}
