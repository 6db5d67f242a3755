import { limits } from '@ai-providers/contracts';
import { Button, TextInput } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ProviderForm.module.css';
import { shownSlug, type ProviderForm } from './provider-values.js';

interface Props {
  form: ProviderForm;
  /** The slug that programs know; absent while the provider is new. */
  stored?: string;
}

/** Follows the name of a new provider until somebody types a slug; that of a stored one is locked until it is wanted otherwise. */
export function SlugField({ form, stored }: Props) {
  const { t } = useTranslation('providers');
  const [isOpen, setOpen] = useState(false);
  const { slugFollows, slug } = form.values;
  const isLocked = stored !== undefined && !isOpen && slug === stored;
  const choose = (typed: string) => {
    form.setFieldValue('slugFollows', false);
    form.setFieldValue('slug', typed);
  };
  const warns = stored !== undefined && (isOpen || slug.trim() !== stored);
  return (
    <div>
      <TextInput
        {...form.getInputProps('slug')}
        label={t('form.slug')}
        description={<Hint follows={slugFollows} warns={warns} />}
        required={stored !== undefined}
        readOnly={isLocked}
        maxLength={limits.slug}
        autoComplete="off"
        spellCheck={false}
        attributes={{ input: { dir: 'ltr' } }}
        value={shownSlug(form.values)}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {stored !== undefined && <Lock isLocked={isLocked} onTurn={() => setOpen(isLocked)} />}
      {stored === undefined && !slugFollows && (
        <Button size="compact-sm" variant="subtle" mt={4} onClick={() => form.setFieldValue('slugFollows', true)}>
          {t('form.slugFollow')}
        </Button>
      )}
    </div>
  );
}

function Hint({ follows, warns }: { follows: boolean; warns: boolean }) {
  const { t } = useTranslation('providers');
  return (
    <>
      {t(follows ? 'form.slugFollows' : 'form.slugHint')}
      {warns && (
        <span role="status" className={classes.slip}>
          {t('form.slugChanged')}
        </span>
      )}
    </>
  );
}

function Lock({ isLocked, onTurn }: { isLocked: boolean; onTurn: () => void }) {
  const { t } = useTranslation('providers');
  const Icon = isLocked ? IconLock : IconLockOpen;
  return (
    <Button size="compact-sm" variant="subtle" mt={4} leftSection={<Icon size={14} aria-hidden />} onClick={onTurn}>
      {t(isLocked ? 'form.slugUnlock' : 'form.slugLock')}
    </Button>
  );
}
