import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePageActions } from '../../components/page-actions.js';
import { presetNames } from './groups.js';
import { useAuditSearch } from './useAuditSearch.js';

/** Filters that people ask for again and again. */
export function Presets() {
  const { t } = useTranslation('audit');
  const { search, filter } = useAuditSearch();
  const turn = (name: (typeof presetNames)[number]) => filter({ event: search.event === name ? undefined : name });
  usePageActions(presetNames.map((name) => ({ id: name, label: t(`preset.${name}`), run: () => turn(name) })));
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
            onClick={() => turn(name)}
          >
            {t(`preset.${name}`)}
          </Button>
        );
      })}
    </Group>
  );
}
