import type { Permission } from '@ai-providers/contracts';
import { IconAdjustments, IconKeyboard, IconServer, IconUser, type Icon } from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import type frame from '../i18n/en/frame.json';

interface SettingsPage {
  to: NonNullable<LinkProps['to']>;
  name: keyof typeof frame.settings;
  icon: Icon;
  needs?: Permission;
}

const settingsPages: readonly SettingsPage[] = [
  { to: '/settings/profile', name: 'profile', icon: IconUser },
  { to: '/settings/appearance', name: 'appearance', icon: IconAdjustments },
  { to: '/settings/shortcuts', name: 'shortcuts', icon: IconKeyboard },
  { to: '/settings/system', name: 'system', icon: IconServer, needs: 'system.read' },
];

/** The parts of the settings that somebody with these rights has. */
export function settingsPagesFor(can: readonly Permission[]): SettingsPage[] {
  return settingsPages.filter(({ needs }) => !needs || can.includes(needs));
}
