import type { SettingsOutput } from '@ai-providers/contracts';
import { Button, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SecretStatus } from '../../components/SecretStatus.js';
import classes from './Keys.module.css';

// Not needed to read the page.
const PersonalKeyDialog = lazy(() =>
  import('./PersonalKeyDialog.js').then((module) => ({ default: module.PersonalKeyDialog })),
);
const RemoveKey = lazy(() => import('./RemoveKey.js').then((module) => ({ default: module.RemoveKey })));

type Open = 'edit' | 'remove' | null;

/** The caller's own key: what is known of it, and the ways to add, replace and remove it. */
export function PersonalKey({ settings }: { settings: SettingsOutput }) {
  const { t } = useTranslation('keys');
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <div className={classes.usage}>
      <div className={classes.spread}>
        <Text span inherit fw={500}>
          {t('personal.label')}
        </Text>
        <SecretStatus stored={settings.personalApiKey} />
      </div>
      {/* With the shared key chosen, the switch has said it. */}
      {!settings.can.usePersonal && !settings.useSharedApi && (
        <Text size="xs" c="dimmed">
          {t('personal.notAllowed')}
        </Text>
      )}
      <Actions settings={settings} onOpen={setOpen} />
      <Suspense fallback={null}>
        {open === 'edit' && <PersonalKeyDialog settings={settings} onClose={close} />}
        {open === 'remove' && <RemoveKey settings={settings} onClose={close} />}
      </Suspense>
    </div>
  );
}

/** A key that may no longer be used may still be removed. */
function Actions({ settings, onOpen }: { settings: SettingsOutput; onOpen: (open: Open) => void }) {
  const { t } = useTranslation('keys');
  const { personalApiKey: stored, can, provider } = settings;
  const name = provider.displayName;
  const edit = stored.set ? 'replace' : 'add';
  return (
    <div className={classes.row}>
      {can.usePersonal && (
        <Button
          size="xs"
          variant="default"
          aria-label={t(`personal.${edit}Of`, { name })}
          onClick={() => onOpen('edit')}
        >
          {t(`personal.${edit}`)}
        </Button>
      )}
      {stored.set && (
        <Button
          size="xs"
          variant="subtle"
          color="red"
          aria-label={t('personal.removeOf', { name })}
          onClick={() => onOpen('remove')}
        >
          {t('personal.remove')}
        </Button>
      )}
    </div>
  );
}
