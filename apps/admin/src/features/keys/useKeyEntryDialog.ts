import type { SettingsOutput } from '@ai-providers/contracts';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageActions } from '../../components/page-actions.js';

/** For whose key the dialog is open. `a` opens it for the card that has the focus, else for the first without a key. */
export function useKeyEntryDialog(all: readonly SettingsOutput[]) {
  const { t } = useTranslation('keys');
  const [slug, setSlug] = useState<string | null>(null);
  const open = all.filter(({ can }) => can.usePersonal);
  const focused = () => open.find(({ provider }) => provider.slug === focusedSlug());
  const addKey = () => {
    const settings = focused() ?? open.find(({ personalApiKey }) => !personalApiKey.set) ?? open[0];
    if (settings) setSlug(settings.provider.slug);
  };
  usePageActions(
    open.length === 0 ? [] : [{ id: 'addKey', label: t('personal.addHere'), icon: IconPlus, keys: 'a', run: addKey }],
  );
  return {
    entering: all.find(({ provider }) => provider.slug === slug),
    enter: setSlug,
    close: () => setSlug(null),
  };
}

function focusedSlug(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-provider]')?.dataset.provider;
}
