import { Switch, Text, useMantineColorScheme } from '@mantine/core';
import { calendars, colorSchemes, densities, digitStyles, panelLanguages } from '@ai-providers/contracts/names';
import { useTranslation } from 'react-i18next';
import { useChoose } from '../../api/preferences.js';
import { FieldGroup } from '../../components/Form.js';
import { useFmt } from '../../i18n/fmt.js';
import { currentLanguage } from '../../i18n/index.js';
import { useAppearance } from '../../theme/appearance.js';
import { Choice } from '../../components/Choice.js';
import classes from './Settings.module.css';
import { SettingsFrame } from './SettingsFrame.js';

/** Each choice holds at once: there is nothing to save. */
export function AppearancePage() {
  const { t } = useTranslation('settings');
  return (
    <SettingsFrame name="appearance">
      <div className={classes.column}>
        <Text size="sm" c="dimmed">
          {t('appearance.text')}
        </Text>
        <DatesAndNumbers />
        <Look />
      </div>
    </SettingsFrame>
  );
}

function DatesAndNumbers() {
  const { t } = useTranslation(['settings', 'common']);
  const choose = useChoose();
  return (
    <FieldGroup legend={t('appearance.region')}>
      <Choice
        label={t('appearance.language')}
        value={currentLanguage()}
        values={panelLanguages}
        word={(language) => t(`common:language.${language}`)}
        onChange={(language) => choose({ language })}
      />
      <Choice
        label={t('appearance.calendar.label')}
        value={useAppearance('calendar')}
        values={calendars}
        word={(calendar) => t(`appearance.calendar.${calendar}`)}
        onChange={(calendar) => choose({ calendar })}
      />
      <Choice
        label={t('appearance.digits.label')}
        value={useAppearance('digits')}
        values={digitStyles}
        word={(digits) => t(`appearance.digits.${digits}`)}
        onChange={(digits) => choose({ digits })}
      />
      <Example />
    </FieldGroup>
  );
}

function Look() {
  const { t } = useTranslation(['settings', 'common']);
  const choose = useChoose();
  const { colorScheme } = useMantineColorScheme();
  return (
    <FieldGroup legend={t('appearance.look')}>
      <Choice
        label={t('appearance.colorScheme')}
        value={colorScheme}
        values={colorSchemes}
        word={(scheme) => t(`common:scheme.${scheme}`)}
        onChange={(scheme) => choose({ colorScheme: scheme })}
      />
      <Choice
        label={t('appearance.density.label')}
        value={useAppearance('density')}
        values={densities}
        word={(density) => t(`appearance.density.${density}`)}
        onChange={(density) => choose({ density })}
      />
      <Switch
        label={t('appearance.motion.label')}
        description={t('appearance.motion.hint')}
        checked={useAppearance('motion') === 'reduce'}
        onChange={(event) => choose({ motion: event.currentTarget.checked ? 'reduce' : 'auto' })}
      />
    </FieldGroup>
  );
}

function Example() {
  const { t } = useTranslation('settings');
  const fmt = useFmt();
  return (
    <Text size="sm" c="dimmed" role="status">
      {t('appearance.example', { date: fmt.absolute(new Date()), number: fmt.number('1234567.5') })}
    </Text>
  );
}
