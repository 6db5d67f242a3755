import type { SettingsOutput } from '@ai-providers/contracts';
import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  settings: SettingsOutput;
  onChoose: (useSharedApi: boolean) => void;
}

/** The choice may always be changed to what is allowed, also away from what no longer is. */
export function SharedSwitch({ settings, onChoose }: Props) {
  const { t } = useTranslation('keys');
  const { useSharedApi, can } = settings;
  const mayChange = useSharedApi ? can.usePersonal : can.useShared;
  const reason = useSharedApi ? 'choice.noPersonal' : 'choice.noShared';
  return (
    <Switch
      label={t('choice.useShared')}
      description={t(mayChange ? 'choice.hint' : reason)}
      checked={useSharedApi}
      disabled={!mayChange}
      onChange={(event) => onChoose(event.currentTarget.checked)}
    />
  );
}
