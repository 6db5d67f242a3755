import type { ModelOutput } from '@ai-providers/contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Models.module.css';

/** The name, and below it whose model it is. */
export function ModelName({ model }: { model: Pick<ModelOutput, 'displayName' | 'provider' | 'isRetired'> }) {
  const { t } = useTranslation('models');
  return (
    <span className={classes.name}>
      <bdi>{model.displayName}</bdi>
      {model.isRetired && <span className={classes.retired}>{t('filter.statuses.retired')}</span>}
      <Text span size="xs" c="dimmed" display="block">
        <bdi>{model.provider.displayName}</bdi>
      </Text>
    </span>
  );
}
