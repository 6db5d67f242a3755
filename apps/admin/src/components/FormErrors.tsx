import { Alert, Anchor, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureFacts, type Failure } from './ErrorState.js';
import { Ltr } from './Ltr.js';

/** What is wrong with a field whose place is not known. */
export interface FieldFault {
  path: string;
  sentence: string;
}

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
        {details.length > 0 && (
          <List size="sm">
            {details.map(({ path, sentence }) => (
              <List.Item key={path}>
                <FieldName path={path} form={form} />: {sentence}
              </List.Item>
            ))}
          </List>
        )}
        <FailureFacts {...facts} />
      </Stack>
    </Alert>
  );
}

/** By its label, which leads to it, where the form has the field; else as the server calls it. */
function FieldName({ path, form }: Pick<FieldFault, 'path'> & { form: HTMLFormElement | null }) {
  const field = form && fieldIn(form, path);
  if (!field) return <Ltr mono>{path}</Ltr>;
  return (
    <Anchor component="button" type="button" inherit underline="always" onClick={() => field.focus()}>
      {labelOf(field) ?? <Ltr mono>{path}</Ltr>}
    </Anchor>
  );
}

function fieldIn(form: HTMLFormElement, path: string): HTMLInputElement | null {
  const [name = path] = path.split('.');
  const names = [path, name].map((each) => CSS.escape(each));
  return form.querySelector(names.map((each) => `[data-path="${each}"], [name="${each}"]`).join());
}

/** The words of its label alone: the mark of a required field is no part of its name. */
function labelOf({ labels }: HTMLInputElement): string | undefined {
  const words = [...(labels?.[0]?.childNodes ?? [])].find((node) => node.nodeType === Node.TEXT_NODE);
  return words?.textContent ?? undefined;
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
