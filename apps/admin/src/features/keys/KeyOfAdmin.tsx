import type { SettingsOutput } from '@ai-providers/contracts';
import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../components/lazy-part.js';
import { keyOfAdminSentence } from './key-sentences.js';
import classes from './Keys.module.css';

// Not needed to read the page.
const WhyDialog = lazyPart(async () => (await import('./WhyDialog.js')).WhyDialog);

/** Which key another admin's calls would use now, in words, with the rules behind it one click away. */
export function KeyOfAdmin({ settings, admin }: { settings: SettingsOutput; admin: string }) {
  const { t } = useTranslation('keys');
  const [asking, setAsking] = useState(false);
  const { key, provider } = settings;
  return (
    <div className={classes.uses}>
      <span className={key.allowed ? undefined : classes.none}>{keyOfAdminSentence(key)}</span>
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={t('why.of', { name: provider.displayName })}
        onClick={() => setAsking(true)}
      >
        {t('why.ask')}
      </Button>
      <Suspense fallback={null}>
        {asking && <WhyDialog provider={provider} admin={admin} onClose={() => setAsking(false)} />}
      </Suspense>
    </div>
  );
}
