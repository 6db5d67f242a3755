import { limits } from '@ai-providers/contracts';
import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './ProviderForm.module.css';
import { shownSlug, type ProviderForm } from './provider-values.js';

interface Props {
  form: ProviderForm;
  /** The slug that programs know; absent while the provider is new. */
  stored?: string;
}

/** Follows the name of a new provider until somebody types a slug. */
export function SlugField({ form, stored }: Props) {
  const { t } = useTranslation('providers');
  const { slugFollows, slug } = form.values;
  const choose = (typed: string) => {
    form.setFieldValue('slugFollows', false);
    form.setFieldValue('slug', typed);
  };
  const isOther = stored !== undefined && slug.trim() !== stored;
  return (
    <div>
      <TextInput
        {...form.getInputProps('slug')}
        label={t('form.slug')}
        description={
          <>
            {t(slugFollows ? 'form.slugFollows' : 'form.slugHint')}
            {isOther && (
              <span role="status" className={classes.slip}>
                {t('form.slugChanged')}
              </span>
            )}
          </>
        }
        required={stored !== undefined}
        maxLength={limits.slug}
        autoComplete="off"
        spellCheck={false}
        attributes={{ input: { dir: 'ltr' } }}
        value={shownSlug(form.values)}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {stored === undefined && !slugFollows && (
        <Button size="compact-sm" variant="subtle" mt={4} onClick={() => form.setFieldValue('slugFollows', true)}>
          {t('form.slugFollow')}
        </Button>
      )}
    </div>
  );
}
