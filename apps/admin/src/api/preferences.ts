import type { Preferences } from '@ai-providers/contracts';
import { useDirection, useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { changeLanguage, currentLanguage, directionOf, i18n } from '../i18n/index.js';
import { appearance, setAppearance, type Appearance } from '../theme/appearance.js';
import { trpc } from './trpc.js';

/** Chooses how the panel looks: shown at once, and stored for the admin's other browsers. */
export function useChoose(): (change: Preferences) => void {
  const utils = trpc.useUtils();
  const show = useShow();
  const save = trpc.auth.updatePreferences.useMutation({
    // An answer that is on its way would take the choice back.
    onMutate: () => utils.auth.preferences.cancel(),
    onSuccess: (stored) => utils.auth.preferences.setData(undefined, stored),
  });
  return (change) => {
    show(change);
    save.mutate(change);
  };
}

/** Brings this browser to what its admin chose in another one. For the frame, once. */
export function useStoredPreferences(): void {
  const { data } = trpc.auth.preferences.useQuery(undefined, { staleTime: 5 * 60_000 });
  const show = useShow();
  useEffect(() => {
    if (data) show(data);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- when an answer came, not when something was shown
  }, [data]);
}

function useShow() {
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const { setDirection } = useDirection();
  return ({ language, colorScheme: scheme, ...rest }: Preferences) => {
    if (scheme && scheme !== colorScheme) setColorScheme(scheme);
    const restyles = showAppearance(rest);
    const next = language ?? currentLanguage();
    if (next !== currentLanguage()) void changeLanguage(next).then(() => setDirection(directionOf(next)));
    // Sentences hold dates and numbers, too: this makes all of them anew.
    else if (restyles) void i18n.changeLanguage(next);
  };
}

/** @returns whether dates or numbers look different now */
function showAppearance(change: Partial<Appearance>): boolean {
  const before = [appearance('calendar'), appearance('digits')].join();
  const names = ['density', 'calendar', 'digits', 'motion', 'shortcuts'] as const;
  for (const name of names) {
    const value = change[name];
    if (value) setAppearance(name, value);
  }
  return [appearance('calendar'), appearance('digits')].join() !== before;
}
