import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDisablePreview } from './useProviders.js';

interface Props {
  target: Parameters<typeof useDisablePreview>[0];
  children: string;
}

/** In numbers, who and what depends on providers that are to be switched off; then what holds in any case. */
export function DisableEffect({ target, children }: Props) {
  const { t } = useTranslation('providers');
  const preview = useDisablePreview(target);
  const { admins, models } = preview.data ?? { admins: 0, models: 0 };
  return (
    <Stack gap="xs" role="status" aria-busy={preview.isFetching}>
      {preview.isLoading && <Text size="sm">{t('disable.counting')}</Text>}
      {preview.isError && <Uncounted isBusy={preview.isFetching} onRetry={() => void preview.refetch()} />}
      {admins > 0 && <Text size="sm">{t('disable.admins', { count: admins })}</Text>}
      {models > 0 && <Text size="sm">{t('disable.models', { count: models })}</Text>}
      <Text size="sm">{children}</Text>
    </Stack>
  );
}

/** No number is not the same as nobody. */
function Uncounted({ isBusy, onRetry }: { isBusy: boolean; onRetry: () => void }) {
  const { t } = useTranslation(['providers', 'common']);
  return (
    <Group gap="sm">
      <Text size="sm" c="var(--mantine-color-orange-text)">
        {t('disable.uncounted')}
      </Text>
      <Button size="xs" variant="default" loading={isBusy} onClick={onRetry}>
        {t('common:action.retry')}
      </Button>
    </Group>
  );
}
