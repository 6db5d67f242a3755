import type { SettingsOutput } from '@ai-providers/contracts';
import { Button, Text } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../components/lazy-part.js';
import { SecretStatus } from '../../components/SecretStatus.js';
import classes from './Keys.module.css';

// Not needed to read the page.
const RemoveKey = lazyPart(async () => (await import('./RemoveKey.js')).RemoveKey);

interface Props {
  settings: SettingsOutput;
  /** Opens the page's dialog for a key. */
  onEnter: () => void;
}

/** The caller's own key: what is known of it, and the ways to add, replace and remove it. */
export function PersonalKey({ settings, onEnter }: Props) {
  const { t } = useTranslation('keys');
  const [isRemoving, setRemoving] = useState(false);
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
      <Actions settings={settings} onEnter={onEnter} onRemove={() => setRemoving(true)} />
      <Suspense fallback={null}>
        {isRemoving && <RemoveKey settings={settings} onClose={() => setRemoving(false)} />}
      </Suspense>
    </div>
  );
}

/** A key that may no longer be used may still be removed. */
function Actions({ settings, onEnter, onRemove }: Props & { onRemove: () => void }) {
  const { t } = useTranslation('keys');
  const { personalApiKey: stored, can, provider } = settings;
  const name = provider.displayName;
  const edit = stored.set ? 'replace' : 'add';
  return (
    <div className={classes.row}>
      {can.usePersonal && (
        <Button size="xs" variant="default" aria-label={t(`personal.${edit}Of`, { name })} onClick={onEnter}>
          {t(`personal.${edit}`)}
        </Button>
      )}
      {stored.set && (
        <Button size="xs" variant="subtle" color="red" aria-label={t('personal.removeOf', { name })} onClick={onRemove}>
          {t('personal.remove')}
        </Button>
      )}
    </div>
  );
}
