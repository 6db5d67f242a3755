import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { presetNames } from './groups.js';
import { useAuditSearch } from './useAuditSearch.js';

/** Filters that people ask for again and again. */
export function Presets() {
  const { t } = useTranslation('audit');
  const { search, filter } = useAuditSearch();
  return (
    <Group gap="xs" role="group" aria-label={t('preset.label')}>
      {presetNames.map((name) => {
        const isOn = search.event === name;
        return (
          <Button
            key={name}
            size="compact-md"
            variant={isOn ? 'light' : 'default'}
            aria-pressed={isOn}
            onClick={() => filter({ event: isOn ? undefined : name })}
          >
            {t(`preset.${name}`)}
          </Button>
        );
      })}
    </Group>
  );
}
