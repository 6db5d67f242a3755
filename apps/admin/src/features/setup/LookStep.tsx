import { calendars, panelLanguages } from '@ai-providers/contracts/names';
import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useChoose } from '../../api/preferences.js';
import { Choice } from '../../components/Choice.js';
import { currentLanguage } from '../../i18n/index.js';
import { useAppearance } from '../../theme/appearance.js';

/** Kept with the new account; the time at which limits restart is the same for everybody, and only told. */
export function LookStep({ onNext }: { onNext: () => void }) {
  const { t } = useTranslation(['setup', 'common']);
  const choose = useChoose();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onNext();
  };
  return (
    <Stack component="form" onSubmit={submit}>
      <Choice
        label={t('look.language')}
        value={currentLanguage()}
        values={panelLanguages}
        word={(language) => t(`common:language.${language}`)}
        onChange={(language) => choose({ language })}
      />
      <Choice
        label={t('look.calendar')}
        value={useAppearance('calendar')}
        values={calendars}
        word={(calendar) => t(`look.calendars.${calendar}`)}
        onChange={(calendar) => choose({ calendar })}
      />
      <Alert icon={<IconInfoCircle aria-hidden />} title={t('look.limits')}>
        {t('look.limitsText')}
      </Alert>
      <Group justify="flex-end">
        <Button type="submit">{t('next')}</Button>
      </Group>
    </Stack>
  );
}
