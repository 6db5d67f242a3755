import { Button, Group, Stack } from '@mantine/core';
import { useEffect, useRef, useState, type Ref, type SyntheticEvent } from 'react';
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

/** What the installation stands on, told to who has the link and to nobody else. Enter goes on as soon as it is sound. */
export function CheckStep({ token, onToken, onNext }: Props) {
  const { t } = useTranslation('setup');
  const [typed, setTyped] = useState('');
  const { run, checks, error, isBusy } = useCheckRun(token, onToken);
  const asksToken = token === '' || errorDataOf(error)?.reason === 'SETUP_TOKEN_WRONG';
  const isSound = checks?.every(({ state }) => state !== 'bad') ?? false;
  const check = () => run(asksToken ? typed.trim() : token);
  const again = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The field in which the token was typed is gone, and the focus with it.
    if (!asksToken && typed !== '' && document.activeElement === document.body) again.current?.focus();
  }, [asksToken, typed]);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isSound) onNext();
    else if (!isBusy) check();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <FormErrors title={t('check.failed')} failure={error ? failureOf(error) : null} />
        {asksToken && <TokenField value={typed} onChange={setTyped} />}
        {isBusy && !checks && <FormSkeleton fields={4} />}
        {checks && <CheckRows checks={checks} />}
        <Buttons
          ref={again}
          hasRun={checks !== null}
          isSound={isSound}
          isBusy={isBusy}
          hasTyped={typed !== ''}
          onCheck={check}
        />
      </Stack>
    </form>
  );
}

interface ButtonsProps {
  /** Of the one that checks. */
  ref: Ref<HTMLButtonElement>;
  hasRun: boolean;
  isSound: boolean;
  isBusy: boolean;
  hasTyped: boolean;
  onCheck: () => void;
}

/** The filled one is what Enter does. */
function Buttons({ ref, hasRun, isSound, isBusy, hasTyped, onCheck }: ButtonsProps) {
  const { t } = useTranslation('setup');
  return (
    <Group justify="flex-end">
      <Button
        ref={ref}
        type={isSound ? 'button' : 'submit'}
        variant={isSound ? 'default' : 'filled'}
        loading={isBusy}
        onClick={isSound ? onCheck : undefined}
      >
        {t(hasRun ? 'check.again' : 'check.run')}
      </Button>
      {isSound && (
        <Button type="submit" autoFocus={hasTyped}>
          {t('next')}
        </Button>
      )}
    </Group>
  );
}

/** @param onToken told a token that was taken */
function useCheckRun(token: string, onToken: (token: string) => void) {
  const { mutate, data, error, isPending } = useChecks();
  const run = (value: string) =>
    mutate({ token: value, origin: window.location.origin }, { onSuccess: () => onToken(value) });
  const first = useRef(token);
  useEffect(() => {
    if (first.current !== '') mutate({ token: first.current, origin: window.location.origin });
  }, [mutate]);
  const isAway = errorDataOf(error)?.reason === 'DATABASE_UNAVAILABLE';
  const checks: Check[] | null = data ? checksOf(data, window.location.hostname) : isAway ? databaseAway : null;
  return { run, checks, error: isAway ? null : error, isBusy: isPending };
}
