import { Button, Group, Stack } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorDataOf, failureOf } from '../../api/error-message.js';
import { FormErrors } from '../../components/FormErrors.js';
import { FormSkeleton } from '../../components/Skeletons.js';
import { CheckRows } from './CheckRows.js';
import { checksOf, databaseAway, type Check } from './setup-checks.js';
import { TokenField } from './TokenField.js';
import { useChecks } from './useSetup.js';

interface Props {
  /** From the set-up link; '' asks for it. */
  token: string;
  onToken: (token: string) => void;
  onNext: () => void;
}

/** What the installation stands on, told to who has the link and to nobody else. */
export function CheckStep({ token, onToken, onNext }: Props) {
  const { t } = useTranslation('setup');
  const { run, checks, error, isBusy } = useCheckRun(token);
  const [typed, setTyped] = useState('');
  const asksToken = token === '' || errorDataOf(error)?.reason === 'SETUP_TOKEN_WRONG';
  const isSound = checks?.every(({ state }) => state !== 'bad') ?? false;
  const check = () => {
    if (asksToken) onToken(typed.trim());
    run(asksToken ? typed.trim() : token);
  };
  return (
    <Stack>
      <FormErrors title={t('check.failed')} failure={error ? failureOf(error) : null} />
      {asksToken && <TokenField value={typed} onChange={setTyped} />}
      {isBusy && !checks && <FormSkeleton fields={4} />}
      {checks && <CheckRows checks={checks} />}
      <Group justify="flex-end">
        <Button variant={isSound ? 'default' : 'filled'} loading={isBusy} onClick={check}>
          {t(checks ? 'check.again' : 'check.run')}
        </Button>
        {isSound && <Button onClick={onNext}>{t('next')}</Button>}
      </Group>
    </Stack>
  );
}

function useCheckRun(token: string) {
  const { mutate, data, error, isPending } = useChecks();
  const run = (value: string) => mutate({ token: value, origin: window.location.origin });
  const first = useRef(token);
  useEffect(() => {
    if (first.current !== '') mutate({ token: first.current, origin: window.location.origin });
  }, [mutate]);
  const isAway = errorDataOf(error)?.reason === 'DATABASE_UNAVAILABLE';
  const checks: Check[] | null = data ? checksOf(data, window.location.hostname) : isAway ? databaseAway : null;
  return { run, checks, error: isAway ? null : error, isBusy: isPending };
}
