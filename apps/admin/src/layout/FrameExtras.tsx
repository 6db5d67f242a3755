import { Suspense } from 'react';
import { useLastAnswer } from '../api/last-answer.js';
import { useStoredPreferences } from '../api/preferences.js';
import { useSessionEnded } from '../api/session-ended.js';
import { lazyPart } from '../components/lazy-part.js';
import { OfflineBanner } from '../components/OfflineBanner.js';
import { NewVersion } from './NewVersion.js';
import { SessionEnding } from './SessionEnding.js';
import { useServerReturn } from './useServerReturn.js';

// Loaded when one is needed.
const SignInDialog = lazyPart(async () => (await import('../features/session/SignInDialog.js')).SignInDialog);
const Palette = lazyPart(async () => (await import('./Palette.lazy.js')).Palette);
const ShortcutSheet = lazyPart(async () => (await import('./ShortcutSheet.js')).ShortcutSheet);

export type Layer = 'palette' | 'sheet';

interface Props {
  layer: Layer | null;
  onLayer: (layer: Layer | null) => void;
}

/** What the frame does besides showing pages: layers over the page, and what the page should know of its server. */
export function FrameExtras({ layer, onLayer }: Props) {
  const ended = useSessionEnded();
  const lastAnswer = useLastAnswer();
  const away = useServerReturn();
  const close = () => onLayer(null);
  const openSheet = () => onLayer('sheet');
  useStoredPreferences();
  return (
    <>
      <OfflineBanner dataFrom={lastAnswer} away={away} />
      <NewVersion />
      {!ended && <SessionEnding />}
      <Suspense>
        {ended && <SignInDialog />}
        {layer === 'palette' && <Palette onClose={close} onSheet={openSheet} />}
        {layer === 'sheet' && <ShortcutSheet onClose={close} />}
      </Suspense>
    </>
  );
}
