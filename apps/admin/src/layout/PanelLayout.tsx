import { IconCpu, IconKey, IconPlugConnected } from '@tabler/icons-react';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSessionEnded } from '../api/session-ended.js';
import { AppFrame } from '../components/AppFrame.js';
import { ColorSchemeSwitch } from '../components/ColorSchemeSwitch.js';
import { LanguageSwitch } from '../components/LanguageSwitch.js';
import { FormSkeleton } from '../components/Skeletons.js';
import { AccountMenu } from '../features/session/AccountMenu.js';

// Forms are loaded when one is needed.
const SignInDialog = lazy(async () => ({
  default: (await import('../features/session/SignInDialog.js')).SignInDialog,
}));

export function PanelLayout() {
  const { t } = useTranslation();
  const ended = useSessionEnded();
  const nav = [
    { to: '/providers', label: t('nav.providers'), icon: <IconPlugConnected size={20} /> },
    { to: '/models', label: t('nav.models'), icon: <IconCpu size={20} /> },
    { to: '/me/keys', label: t('nav.keys'), icon: <IconKey size={20} /> },
  ] as const;
  const tools = (
    <>
      <LanguageSwitch />
      <ColorSchemeSwitch />
      <AccountMenu />
    </>
  );
  return (
    <AppFrame nav={nav} tools={tools}>
      <Suspense fallback={<FormSkeleton />}>
        <Outlet />
      </Suspense>
      <Suspense>{ended && <SignInDialog />}</Suspense>
    </AppFrame>
  );
}
