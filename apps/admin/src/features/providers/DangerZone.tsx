import type { ProviderOutput } from '@ai-providers/contracts';
import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

// Not needed to read what it says.
const DeleteProvider = lazy(async () => ({ default: (await import('./DeleteProvider.js')).DeleteProvider }));

export function DangerZone({ provider }: { provider: ProviderOutput }) {
  const { t } = useTranslation('providers');
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  return (
    <Paper withBorder radius="lg" p="md" maw={640}>
      <Stack align="flex-start">
        <Title order={2}>{t('danger.title')}</Title>
        <Text size="sm">{t('danger.text')}</Text>
        <Button color="red" variant="outline" onClick={() => setAsking(true)}>
          {t('danger.delete')}
        </Button>
      </Stack>
      <Suspense>
        {asking && (
          <DeleteProvider
            provider={provider}
            onDeleted={() => void navigate({ to: '/providers', replace: true, ignoreBlocker: true })}
            onClose={() => setAsking(false)}
          />
        )}
      </Suspense>
    </Paper>
  );
}
