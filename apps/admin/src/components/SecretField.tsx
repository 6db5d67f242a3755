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
  /** What is stored will not be kept: asks for the secret as if there were none. */
  isVoid?: boolean;
  /** What else is known beside the stored secret: when it was needed last. */
  note?: ReactNode;
  /** Whether the stored secret may be removed. */
  removable?: boolean;
  /** Tells the form whether there is something to save. */
  onTouched?: (touched: boolean) => void;
}

type Mode = 'keep' | 'replace' | 'remove';

/** The one part that holds a key. It is typed in, read once on saving, and gone when the field leaves the page. */
export function SecretField({ ref, stored, isVoid = false, onTouched, ...shown }: Props) {
  const [mode, setMode] = useState<Mode>('keep');
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);

  const choose = (next: Mode) => {
    setMode(next);
    setTyped('');
    onTouched?.(next === 'remove');
  };
  const type = (value: string) => {
    setTyped(value);
    onTouched?.(value.trim() !== '');
  };
  useImperativeHandle(ref, () => ({
    read: () => (mode === 'remove' ? null : typed.trim() || undefined),
    reset: () => choose('keep'),
    focus: () => input.current?.focus(),
  }));

  const asksAgain = isVoid && mode === 'keep';
  if (stored?.set && mode !== 'replace' && !asksAgain)
    return <Stored {...shown} stored={stored} mode={mode} onChoose={choose} />;
  return (
    <Typed
      {...shown}
      isNew={!stored?.set || asksAgain}
      ref={input}
      value={typed}
      onType={type}
      onKeep={() => choose('keep')}
    />
  );
}

interface TypedProps extends Pick<Props, 'label' | 'description' | 'error'> {
  ref: Ref<HTMLInputElement>;
  isNew: boolean;
  value: string;
  onType: (value: string) => void;
  onKeep: () => void;
}

function Typed({ ref, label, description, error, isNew, value, onType, onKeep }: TypedProps) {
  const { t } = useTranslation();
  return (
    <div>
      <PasswordField
        ref={ref}
        label={isNew ? label : `${label} – ${t('secret.newKey')}`}
        description={isNew ? description : t('secret.keepHint')}
        error={error}
        value={value}
        autoComplete="off"
        data-1p-ignore
        data-lpignore="true"
        autoFocus={!isNew}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      {!isNew && <SmallButton label={t('secret.keep')} onClick={onKeep} />}
    </div>
  );
}

interface StoredProps extends Pick<Props, 'label' | 'description' | 'error' | 'note' | 'removable'> {
  stored: StoredSecret;
  mode: Mode;
  onChoose: (mode: Mode) => void;
}

function Stored({ label, description, error, note, removable = true, stored, mode, onChoose }: StoredProps) {
  const { t } = useTranslation();
  return (
    <Input.Wrapper label={label} description={description} error={error} labelElement="div">
      {mode === 'remove' ? (
        <Group gap="sm" mt={4}>
          <Text size="sm">{t('secret.removing')}</Text>
          <SmallButton label={t('secret.keep')} onClick={() => onChoose('keep')} />
        </Group>
      ) : (
        <Group gap="sm" mt={4}>
          <SecretStatus stored={stored} />
          {note && (
            <Text span size="xs" c="dimmed">
              {note}
            </Text>
          )}
          <SmallButton label={t('secret.replace')} onClick={() => onChoose('replace')} />
          {removable && <SmallButton label={t('secret.remove')} onClick={() => onChoose('remove')} />}
        </Group>
      )}
    </Input.Wrapper>
  );
}

function SmallButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button size="xs" variant="default" onClick={onClick}>
      {label}
    </Button>
  );
}
