import type { ProviderOutput } from '@ai-providers/contracts';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProviderToggle } from '../useProviderToggle.js';
import { useGiveUp } from './useGiveUp.js';

/** Giving a provider up, for a while or for good. */
export function DangerZone({ provider }: { provider: ProviderOutput }) {
  const { t } = useTranslation(['provider', 'providers']);
  const [toggle, disabling] = useProviderToggle();
  const [giveUp, deleting] = useGiveUp(provider);
  const { isActive, can } = provider;
  return (
    <Paper withBorder radius="lg" p="md" mt="xl" maw={640} component="section" aria-label={t('danger.title')}>
      <Stack gap="lg">
        <Title order={2}>{t('danger.title')}</Title>
        <Step text={t(isActive ? 'danger.disableText' : 'danger.enableText')}>
          <Button variant="default" onClick={() => toggle(provider)} disabled={!can.update}>
            {t(isActive ? 'danger.disable' : 'danger.enable')}
          </Button>
        </Step>
        {can.delete && (
          <Step text={t('providers:danger.text')}>
            <Button color="red" variant="outline" onClick={giveUp}>
              {t('providers:danger.delete')}
            </Button>
          </Step>
        )}
      </Stack>
      {disabling}
      {deleting}
    </Paper>
  );
}

/** What can be done, and in words what it does. */
function Step({ text, children }: { text: string; children: ReactNode }) {
  return (
    <Group justify="space-between">
      <Text size="sm" flex="1 1 260px">
        {text}
      </Text>
      {children}
    </Group>
  );
}
