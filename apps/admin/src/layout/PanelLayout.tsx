import { Outlet } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me.js';
import { useChoose } from '../api/preferences.js';
import { AppFrame } from '../components/AppFrame.js';
import { ColorSchemeSwitch } from '../components/ColorSchemeSwitch.js';
import { LanguageSwitch } from '../components/LanguageSwitch.js';
import { lazyPart } from '../components/lazy-part.js';
import { FormSkeleton } from '../components/Skeletons.js';
import { AccountMenu } from '../features/session/AccountMenu.js';
import type { Layer } from './FrameExtras.js';
import { pagesFor } from './nav.js';
import { SearchButton } from './SearchButton.js';
import { useFrameKeys } from './useFrameKeys.js';

// The first page does not wait for it.
const FrameExtras = lazyPart(async () => (await import('./late.js')).FrameExtras);

export function PanelLayout() {
  const { t } = useTranslation();
  const [layer, setLayer] = useState<Layer | null>(null);
  const pages = pagesFor(useMe().data?.can ?? []);
  const nav = pages.map(({ to, name, icon: Icon }) => ({ to, label: t(`nav.${name}`), icon: <Icon size={20} /> }));
  const openPalette = () => setLayer('palette');
  useFrameKeys(pages, { onPalette: openPalette, onSheet: () => setLayer('sheet') });
  return (
    <AppFrame nav={nav} search={<SearchButton onClick={openPalette} />} tools={<Tools />}>
      <Suspense>
        <FrameExtras layer={layer} onLayer={setLayer} />
      </Suspense>
      <Suspense fallback={<FormSkeleton />}>
        <Outlet />
      </Suspense>
    </AppFrame>
  );
}

function Tools() {
  const choose = useChoose();
  return (
    <>
      <LanguageSwitch onChange={(language) => choose({ language })} />
      <ColorSchemeSwitch onChange={(colorScheme) => choose({ colorScheme })} />
      <AccountMenu />
    </>
  );
}
