import { Button, Group, Input, Text } from '@mantine/core';
import { useImperativeHandle, useRef, useState, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordField } from './PasswordField.js';
import { SecretStatus, type StoredSecret } from './SecretStatus.js';

/** How a form asks for what was typed. The value never enters the form's own state. */
export interface SecretHandle {
  /** Undefined keeps what is stored, null removes it, a string replaces it. */
  read: () => string | null | undefined;
  reset: () => void;
  focus: () => void;
}

interface Props {
  ref?: Ref<SecretHandle>;
  label: string;
  description?: string;
  /** What is stored now; absent when the record is new. */
  stored?: StoredSecret;
  error?: ReactNode;
  /** Whether the stored secret may be removed. */
  removable?: boolean;
  /** Tells the form that there is something to save. */
  onTouched?: (touched: boolean) => void;
}

type Mode = 'keep' | 'replace' | 'remove';

/** The one part that holds a key. It is typed in, read once on saving, and gone when the field leaves the page. */
export function SecretField({ ref, label, description, stored, error, removable = true, onTouched }: Props) {
  const { t } = useTranslation();
  const isSet = stored?.set === true;
  const [mode, setMode] = useState<Mode>('keep');
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const isOpen = !isSet || mode === 'replace';

  const choose = (next: Mode) => {
    setMode(next);
    setTyped('');
    onTouched?.(next === 'remove');
  };

  useImperativeHandle(ref, () => ({
    read: () => (mode === 'remove' ? null : typed.trim() || undefined),
    reset: () => choose('keep'),
    focus: () => input.current?.focus(),
  }));

  if (isOpen) {
    return (
      <>
        <PasswordField
          ref={input}
          label={isSet ? `${label} – ${t('secret.newKey')}` : label}
          description={isSet ? t('secret.keepHint') : description}
          error={error}
          value={typed}
          autoComplete="off"
          data-1p-ignore
          data-lpignore="true"
          autoFocus={mode === 'replace'}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            onTouched?.(event.currentTarget.value.trim() !== '');
          }}
        />
        {isSet && <KeepButton onClick={() => choose('keep')} />}
      </>
    );
  }
  return (
    <Input.Wrapper label={label} description={description} error={error} labelElement="div">
      <Group gap="sm" mt={4}>
        {mode === 'remove' ? <Text size="sm">{t('secret.removing')}</Text> : <SecretStatus stored={stored} />}
        {mode === 'remove' ? (
          <KeepButton onClick={() => choose('keep')} />
        ) : (
          <>
            <Button size="xs" variant="default" onClick={() => choose('replace')}>
              {t('secret.replace')}
            </Button>
            {removable && (
              <Button size="xs" variant="default" onClick={() => choose('remove')}>
                {t('secret.remove')}
              </Button>
            )}
          </>
        )}
      </Group>
    </Input.Wrapper>
  );
}

function KeepButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <Button size="xs" variant="subtle" onClick={onClick} style={{ alignSelf: 'flex-start' }}>
      {t('secret.keep')}
    </Button>
  );
}
