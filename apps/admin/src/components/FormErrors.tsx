import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureFacts, type Failure } from './ErrorState.js';
import type { FieldFault } from './field-fault.js';
import { lazyPart } from './lazy-part.js';

// Most failures are of fields that stand below, or of none.
const FieldFaults = lazyPart(async () => (await import('./FieldFaults.lazy.js')).FieldFaults);

interface Props {
  title?: string;
  failure: (Failure & { details?: FieldFault[] }) | null;
}

/**
 * Stands above a form's fields. When a failure arrives, the first field at fault takes the focus, or else this, so that
 * it is read out.
 */
export function FormErrors({ title, failure }: Props) {
  const { t } = useTranslation();
  const [alert, setAlert] = useState<HTMLDivElement | null>(null);
  const form = alert?.closest('form') ?? null;
  useEffect(() => {
    if (failure && alert) focusFault(alert);
  }, [failure, alert]);
  if (!failure) return null;
  const { message, details = [], ...facts } = failure;
  return (
    <Alert
      ref={setAlert}
      tabIndex={-1}
      role="alert"
      color="red"
      icon={<IconAlertTriangle aria-hidden />}
      title={title ?? t('error.formTitle')}
    >
      <Stack gap="xs">
        <Text size="sm">{message}</Text>
        <Suspense>{details.length > 0 && <FieldFaults faults={details} form={form} />}</Suspense>
        <FailureFacts {...facts} />
      </Stack>
    </Alert>
  );
}

/** A field of a folded or hidden part takes no focus. */
function focusFault(alert: HTMLElement): void {
  const faults = alert.closest('form')?.querySelectorAll<HTMLElement>('[aria-invalid="true"]') ?? [];
  for (const fault of faults) {
    fault.focus();
    if (document.activeElement === fault) return;
  }
  alert.focus();
}
