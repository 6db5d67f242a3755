import { ActionIcon, Avatar, Menu, Text } from '@mantine/core';
import { IconLogout, IconSettings } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/me.js';
import { useChoose } from '../../api/preferences.js';
import { Ltr } from '../../components/Ltr.js';
import { useAppearance } from '../../theme/appearance.js';
import { useSignOut } from './useSignOut.js';

export function AccountMenu() {
  const { t } = useTranslation();
  const me = useMe();
  if (!me.data) return null;
  const { name, email, role } = me.data.user;
  // An account that was made from the environment has no name.
  const shown = name || email;
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="transparent" size="lg" aria-label={t('account.menu', { name: shown })}>
          <Avatar size={30} color="indigo" aria-hidden>
            {initialsOf(shown)}
          </Avatar>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={500} c="var(--mantine-color-text)">
            <bdi>{shown}</bdi>
          </Text>
          {name && (
            <Text size="xs">
              <Ltr>{email}</Ltr>
            </Text>
          )}
          <Text size="xs">{t(`account.${role}`)}</Text>
        </Menu.Label>
        <Menu.Divider />
        <Items />
      </Menu.Dropdown>
    </Menu>
  );
}

function Items() {
  const { t } = useTranslation();
  const signOut = useSignOut();
  const choose = useChoose();
  const compact = useAppearance('density') === 'compact';
  return (
    <>
      <Menu.Item
        leftSection={<IconSettings size={16} aria-hidden />}
        renderRoot={(props) => <Link to="/settings/profile" {...props} />}
      >
        {t('nav.settings')}
      </Menu.Item>
      <Menu.CheckboxItem
        checked={compact}
        onChange={(next) => choose({ density: next ? 'compact' : 'comfortable' })}
        closeMenuOnClick={false}
      >
        {t('account.compact')}
      </Menu.CheckboxItem>
      <Menu.Item leftSection={<IconLogout size={16} aria-hidden className="flip" />} onClick={() => signOut.mutate()}>
        {t('account.signOut')}
      </Menu.Item>
    </>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.slice(0, 1) ?? '';
  const last = words.length > 1 ? (words.at(-1)?.slice(0, 1) ?? '') : '';
  // Two Persian letters would join into one shape.
  return /\p{Script=Arabic}/u.test(first) ? first : (first + last).toUpperCase();
}
