import { Button, Menu, Text, useDirection } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { changeLanguage, currentLanguage, directionOf, languages, type Language } from '../i18n/index.js';

/** Changes language and direction at once; what was typed stays. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const { setDirection } = useDirection();
  const current = currentLanguage();
  const choose = async (language: Language) => {
    await changeLanguage(language);
    setDirection(directionOf(language));
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" size="compact-md" aria-label={`${t('language.label')}: ${t(`language.${current}`)}`}>
          <IconLanguage size={18} aria-hidden />
          <Text span inherit ms={6} lang={current} visibleFrom="xs">
            {t(`language.${current}`)}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map((language) => (
          <Menu.Item key={language} lang={language} onClick={() => void choose(language)}>
            {t(`language.${language}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
