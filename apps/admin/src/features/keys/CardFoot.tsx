import type { SettingsOutput } from '@ai-providers/contracts';
import { Button, Text } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../components/lazy-part.js';
import { Time } from '../../components/Time.js';
import { useFmt } from '../../i18n/fmt.js';
import classes from './Keys.module.css';

// Not needed to read the page.
const LimitDialog = lazyPart(async () => (await import('./LimitDialog.js')).LimitDialog);
const SnippetDialog = lazyPart(async () => (await import('./SnippetDialog.js')).SnippetDialog);

type Open = 'limit' | 'snippet' | null;

/** The rest that can be done with a provider: more requests, and a program that makes them. */
export function CardFoot({ settings }: { settings: SettingsOutput }) {
  const { t } = useTranslation('keys');
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const { can, provider, limitRequest } = settings;
  const name = provider.displayName;
  const deed = can.setLimit ? 'set' : limitRequest ? 'askAgain' : 'ask';
  return (
    <div className={classes.foot}>
      {limitRequest && <Waiting request={limitRequest} />}
      <div className={classes.row}>
        {(can.setLimit || can.requestLimit) && (
          <Button
            size="xs"
            variant="default"
            aria-label={t(`limit.${deed}Of`, { name })}
            onClick={() => setOpen('limit')}
          >
            {t(`limit.${deed}`)}
          </Button>
        )}
        <Button
          size="xs"
          variant="subtle"
          aria-label={t('snippet.openOf', { name })}
          onClick={() => setOpen('snippet')}
        >
          {t('snippet.open')}
        </Button>
      </div>
      <Suspense fallback={null}>
        {open === 'limit' && <LimitDialog settings={settings} onClose={close} />}
        {open === 'snippet' && <SnippetDialog provider={provider} onClose={close} />}
      </Suspense>
    </div>
  );
}

/** What was asked for and waits for an answer. */
function Waiting({ request }: { request: NonNullable<SettingsOutput['limitRequest']> }) {
  const { t } = useTranslation('keys');
  const fmt = useFmt();
  const { monthlyLimit: limit, requestedAt } = request;
  return (
    <Text size="sm">
      {limit === null ? t('limit.askedForNone') : t('limit.askedFor', { limit: fmt.number(limit) })}{' '}
      <Text span inherit c="dimmed">
        <Time value={requestedAt} />
      </Text>
    </Text>
  );
}
