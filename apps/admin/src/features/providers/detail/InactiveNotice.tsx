import type { ProviderOutput } from '@ai-providers/contracts';
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useProviderToggle } from '../useProviderToggle.js';

/** Stands over every tab: whatever is changed there, no call gets through. */
export function InactiveNotice({ provider }: { provider: ProviderOutput }) {
  const { t } = useTranslation('provider');
  const [toggle] = useProviderToggle();
  useEffect(
    () => () => {
      // Its button goes with it, and the focus that was there.
      if (document.activeElement === document.body) document.querySelector('h1')?.focus();
    },
    [],
  );
  return (
    <Alert color="orange" icon={<IconPlayerPause aria-hidden />} title={t('inactive.title')}>
      <Group justify="space-between">
        <Text size="sm">{t('inactive.text')}</Text>
        {provider.can.update && (
          <Button size="xs" variant="default" onClick={() => toggle(provider)}>
            {t('danger.enable')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
