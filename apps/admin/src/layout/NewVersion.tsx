import { Alert, Button, Group } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNewVersion } from './useNewVersion.js';

/** Says that the server has another build of the panel than the one in this tab, which may be open for days. */
export function NewVersion() {
  const { t } = useTranslation();
  if (!useNewVersion()) return null;
  return (
    <Alert role="status" color="blue" mb="md" icon={<IconRefresh aria-hidden />}>
      <Group justify="space-between">
        {t('version.text')}
        <Button size="xs" variant="default" onClick={() => window.location.reload()}>
          {t('version.reload')}
        </Button>
      </Group>
    </Alert>
  );
}
