import { Text } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { useMay } from '../../api/me.js';
import { trpc } from '../../api/trpc.js';
import { ErrorState } from '../../components/ErrorState.js';
import { lazyPart } from '../../components/lazy-part.js';
import { FormSkeleton } from '../../components/Skeletons.js';
import { Forbidden } from '../../layout/Forbidden.js';
import classes from './Settings.module.css';
import { SettingsFrame } from './SettingsFrame.js';
import { Health } from './Health.js';
import { KeyFacts } from './KeyFacts.js';
import { CacheFacts, DatabaseFacts, ProgramFacts, UsageFacts } from './SystemFacts.js';
import { useSystemSettings } from './useSystem.js';

// With the contract's validator, which the facts do not wait for.
const SystemDefaults = lazyPart(async () => (await import('./SystemDefaults.js')).SystemDefaults);

export function SystemPage() {
  return useMay('system.read') ? <System /> : <Forbidden />;
}

function System() {
  const { t } = useTranslation('settings');
  const { data, error, refetch, isPending } = trpc.system.status.useQuery(undefined, { staleTime: 0 });
  return (
    <SettingsFrame name="system">
      <div className={classes.column}>
        {useMay('system.update') && <Defaults />}
        <Text size="sm" c="dimmed">
          {t('system.text')}
        </Text>
        {isPending && <FormSkeleton />}
        {error && <ErrorState {...failureOf(error)} onRetry={() => void refetch()} />}
        {data && (
          <>
            <Health status={data} />
            <ProgramFacts status={data} />
            <DatabaseFacts status={data} />
            <CacheFacts status={data} />
            <KeyFacts secretKey={data.secretKey} />
            <UsageFacts usage={data.usage} />
          </>
        )}
      </div>
    </SettingsFrame>
  );
}

function Defaults() {
  const { data, error, refetch } = useSystemSettings();
  if (error && !data) return <ErrorState {...failureOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <FormSkeleton fields={1} />;
  return (
    <Suspense fallback={<FormSkeleton fields={1} />}>
      <SystemDefaults settings={data} />
    </Suspense>
  );
}
