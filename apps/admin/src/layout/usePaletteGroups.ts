import { IconKeyboard, IconLanguage, IconLogout, IconMoon, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me.js';
import { useChoose } from '../api/preferences.js';
import { pageActions } from '../components/page-actions.js';
import { useSignOut } from '../features/session/useSignOut.js';
import { languages } from '../i18n/index.js';
import { pagesFor } from './nav.js';
import { useOtherLanguage } from './other-language.js';
import type { PaletteGroup, PaletteItem } from './palette-items.js';
import { inBoth } from './palette-words.js';
import { settingsPagesFor } from './settings-pages.js';

/** A list that one line of the palette leads to. */
export type Step = 'theme' | 'language';

interface Options {
  onStep: (step: Step) => void;
  onSheet: () => void;
}

/** What the palette offers without the server: this page's actions, all pages, and what can be done anywhere. */
export function usePaletteGroups(options: Options): PaletteGroup[] {
  const { t } = useTranslation('frame');
  const [actions] = useState(pageActions);
  const twinsOf = useOtherLanguage();
  const own = actions.map((action): PaletteItem => ({ ...action, names: twinsOf(action.label) }));
  return [
    { id: 'page', label: t('palette.thisPage'), items: own },
    { id: 'pages', label: t('palette.pages'), items: usePageItems() },
    { id: 'anywhere', label: t('palette.anywhere'), items: useGlobalItems(options) },
  ];
}

/** The lines of a step. */
export function useStepGroups(): Record<Step, PaletteGroup> {
  const { t } = useTranslation(['frame', 'common']);
  const choose = useChoose();
  return {
    theme: {
      id: 'theme',
      label: t('palette.theme'),
      items: (['auto', 'light', 'dark'] as const).map((colorScheme) => ({
        id: colorScheme,
        label: t(`common:scheme.${colorScheme}`),
        names: inBoth(({ common }) => common.scheme[colorScheme]),
        run: () => choose({ colorScheme }),
      })),
    },
    language: {
      id: 'language',
      label: t('palette.language'),
      items: languages.map((language) => ({
        id: language,
        label: t(`common:language.${language}`),
        names: languages.map((of) => new Intl.DisplayNames(of, { type: 'language' }).of(language) ?? language),
        run: () => choose({ language }),
      })),
    },
  };
}

function usePageItems(): PaletteItem[] {
  const { t } = useTranslation(['frame', 'common']);
  const navigate = useNavigate();
  const can = useMe().data?.can ?? [];
  const pages = pagesFor(can).map(({ to, name, icon, letter }) => ({
    id: to,
    label: t(`common:nav.${name}`),
    names: inBoth(({ common }) => common.nav[name]),
    icon,
    keys: `g ${letter}`,
    run: () => void navigate({ to }),
  }));
  const settings = settingsPagesFor(can).map(({ to, name, icon }) => ({
    id: to,
    label: `${t('common:nav.settings')}: ${t(`settings.${name}`)}`,
    names: inBoth(({ common, frame }) => `${common.nav.settings} ${frame.settings[name]}`),
    icon,
    run: () => void navigate({ to }),
  }));
  return [...pages, ...settings];
}

function useGlobalItems({ onStep, onSheet }: Options): PaletteItem[] {
  const { t } = useTranslation(['frame', 'common']);
  const navigate = useNavigate();
  const can = useMe().data?.can ?? [];
  const signOut = useSignOut();
  const item = (
    name: 'addProvider' | 'addModel' | 'addToken' | 'theme' | 'language' | 'sheet',
    rest: Omit<PaletteItem, 'id' | 'label' | 'names'>,
  ) => ({
    id: name,
    label: t(`palette.${name}`),
    names: inBoth(({ frame }) => frame.palette[name]),
    ...rest,
  });
  return [
    ...(can.includes('providers.create')
      ? [item('addProvider', { icon: IconPlus, run: () => void navigate({ to: '/providers/new' }) })]
      : []),
    ...(can.includes('models.create')
      ? [item('addModel', { icon: IconPlus, run: () => void navigate({ to: '/models/new' }) })]
      : []),
    item('addToken', { icon: IconPlus, run: () => void navigate({ to: '/tokens', search: { new: '1' } }) }),
    {
      ...item('theme', { icon: IconMoon, isStep: true, run: () => onStep('theme') }),
      names: inBoth(({ frame }) => `${frame.palette.theme} ${frame.palette.themeWords}`),
    },
    item('language', { icon: IconLanguage, isStep: true, run: () => onStep('language') }),
    item('sheet', { icon: IconKeyboard, keys: '?', run: onSheet }),
    {
      id: 'signOut',
      label: t('common:account.signOut'),
      names: inBoth(({ common }) => common.account.signOut),
      icon: IconLogout,
      run: () => signOut.mutate(),
    },
  ];
}
