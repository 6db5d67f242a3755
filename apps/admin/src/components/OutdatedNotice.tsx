import { Alert, Button, Group } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** A field that is being changed was changed elsewhere, too: told before a save is refused for it. */
export function OutdatedNotice({ onCompare }: { onCompare: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert color="blue" icon={<IconInfoCircle aria-hidden />} role="status">
      <Group justify="space-between">
        {t('merge.notice')}
        <Button size="xs" variant="default" onClick={onCompare}>
          {t('merge.compare')}
        </Button>
      </Group>
    </Alert>
  );
}
