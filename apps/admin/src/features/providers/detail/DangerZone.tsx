import type { ProviderOutput } from '@ai-providers/contracts';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProviderToggle } from '../useProviderToggle.js';

// Not needed to read what it says.
const DeleteProvider = lazy(async () => ({ default: (await import('../DeleteProvider.js')).DeleteProvider }));

/** Giving a provider up, for a while or for good. */
export function DangerZone({ provider }: { provider: ProviderOutput }) {
  const { t } = useTranslation(['provider', 'providers']);
  const navigate = useNavigate();
  const [deleting, setDeleting] = useState(false);
  const [toggle, dialog] = useProviderToggle();
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
            <Button color="red" variant="outline" onClick={() => setDeleting(true)}>
              {t('providers:danger.delete')}
            </Button>
          </Step>
        )}
      </Stack>
      {dialog}
      <Suspense>
        {deleting && (
          <DeleteProvider
            provider={provider}
            onDeleted={() => void navigate({ to: '/providers', replace: true, ignoreBlocker: true })}
            onClose={() => setDeleting(false)}
          />
        )}
      </Suspense>
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
