import type { SettingsOutput } from '@ai-providers/contracts';
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../components/lazy-part.js';
import { SecretStatus } from '../../components/SecretStatus.js';
import { adviceSentence, effectiveKeySentence } from './key-sentences.js';
import classes from './Keys.module.css';

// Not needed to read the page.
const WhyDialog = lazyPart(async () => (await import('./WhyDialog.js')).WhyDialog);

/** Which key a call would use now, in words, with the rules behind it one click away. */
export function EffectiveKey({ settings }: { settings: SettingsOutput }) {
  const { t } = useTranslation('keys');
  const [asking, setAsking] = useState(false);
  const { key, provider, personalApiKey } = settings;
  const label = t('why.of', { name: provider.displayName });
  return (
    <div className={classes.uses} role="status">
      <span className={key.allowed ? undefined : classes.none}>
        {!key.allowed && <IconAlertTriangle size={14} aria-hidden />} {effectiveKeySentence(key)}{' '}
        {adviceSentence(settings)}
      </span>
      {key.allowed && key.source === 'personal' && <SecretStatus stored={personalApiKey} brief />}
      <Button size="compact-sm" variant="subtle" aria-label={label} onClick={() => setAsking(true)}>
        {t('why.ask')}
      </Button>
      <Suspense fallback={null}>
        {asking && <WhyDialog provider={provider} onClose={() => setAsking(false)} />}
      </Suspense>
    </div>
  );
}
