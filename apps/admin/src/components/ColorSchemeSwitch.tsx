import { ActionIcon, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const icons = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop } satisfies Record<MantineColorScheme, unknown>;
const next = { light: 'dark', dark: 'auto', auto: 'light' } satisfies Record<MantineColorScheme, MantineColorScheme>;

/** Goes round light, dark and what the system says; its name tells which one is on. */
export function ColorSchemeSwitch({ onChange }: { onChange?: (scheme: MantineColorScheme) => void }) {
  const { t } = useTranslation();
  // Without this the library inserts a <style> element that switches transitions off for a moment.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const Icon = icons[colorScheme];
  const change = () => {
    setColorScheme(next[colorScheme]);
    onChange?.(next[colorScheme]);
  };
  const label = t('scheme.label', { value: t(`scheme.${colorScheme}`) });
  return (
    <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} title={label} onClick={change}>
      <Icon size={18} aria-hidden />
    </ActionIcon>
  );
}
