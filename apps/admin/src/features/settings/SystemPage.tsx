import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { useMay } from '../../api/me.js';
import { trpc } from '../../api/trpc.js';
import { ErrorState } from '../../components/ErrorState.js';
import { FormSkeleton } from '../../components/Skeletons.js';
import { Forbidden } from '../../layout/Forbidden.js';
import classes from './Settings.module.css';
import { SettingsFrame } from './SettingsFrame.js';
import { KeyFacts } from './KeyFacts.js';
import { CacheFacts, DatabaseFacts, ProgramFacts, UsageFacts } from './SystemFacts.js';

export function SystemPage() {
  return useMay('system.read') ? <System /> : <Forbidden />;
}

function System() {
  const { t } = useTranslation('settings');
  const { data, error, refetch, isPending } = trpc.system.status.useQuery(undefined, { staleTime: 0 });
  return (
    <SettingsFrame name="system">
      <div className={classes.column}>
        <Text size="sm" c="dimmed">
          {t('system.text')}
        </Text>
        {isPending && <FormSkeleton />}
        {error && <ErrorState {...failureOf(error)} onRetry={() => void refetch()} />}
        {data && (
          <>
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
