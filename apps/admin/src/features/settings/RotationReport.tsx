import type { LeftKey } from '@ai-providers/contracts';
import { Alert, Button, List, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormErrors } from '../../components/FormErrors.js';
import { useFmt } from '../../i18n/fmt.js';
import type { Run } from './useRotateKeys.js';

/** How far it is, with a way to stop; in the end what was done, and which keys stay as they are. */
export function RotationReport({ run, onStop }: { run: Run; onStop: () => void }) {
  const { t } = useTranslation('settings');
  const { state, done, total, changed, left, failure } = run;
  return (
    <Stack mt="sm" gap="xs" align="flex-start">
      <FormErrors title={t('rotate.failed')} failure={failure} />
      <Text size="sm" role="status">
        {state === 'running' ? t('rotate.progress', { done, total }) : t(`rotate.${state}Text`, { count: changed })}
      </Text>
      {state === 'running' && <Bar done={done} total={total} />}
      {state === 'running' && (
        <Button size="compact-sm" variant="default" onClick={onStop}>
          {t('rotate.stop')}
        </Button>
      )}
      {left.length > 0 && <Left keys={left} />}
    </Stack>
  );
}

function Bar({ done, total }: Pick<Run, 'done' | 'total'>) {
  const { t } = useTranslation('settings');
  const fmt = useFmt();
  const share = total === 0 ? 0 : Math.min(1, done / total);
  return (
    <Progress.Root w="100%" size="sm">
      <Progress.Section
        value={share * 100}
        aria-label={t('rotate.progress', { done, total })}
        aria-valuetext={fmt.percent(share)}
      />
    </Progress.Root>
  );
}

function Left({ keys }: { keys: readonly LeftKey[] }) {
  const { t } = useTranslation('settings');
  return (
    <Alert color="orange" title={t('rotate.left', { count: keys.length })}>
      <List size="sm">
        {keys.map(({ provider, admin, condition }) => (
          <List.Item key={`${provider} ${admin}`}>
            <bdi>{admin === null ? t('rotate.shared', { provider }) : t('rotate.personal', { provider, admin })}</bdi>
            {' – '}
            {t(`rotate.${condition}`)}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
