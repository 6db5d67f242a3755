import { Button, Skeleton, Text } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../components/lazy-part.js';
import type { ModelForm } from './model-values.js';
import { newScheduledPrice } from './scheduled-prices.js';

// Few models have any: the calendar comes with the first.
const ScheduledChange = lazyPart(async () => (await import('./ScheduledChange.js')).ScheduledChange);

/** Prices that come into force by themselves on a day. */
export function ScheduledPrices({ form }: { form: ModelForm }) {
  const { t } = useTranslation('models');
  const { scheduled } = form.values;
  return (
    <>
      {scheduled.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('form.scheduledHint')}
        </Text>
      )}
      <Suspense fallback={<Skeleton height={60} />}>
        {scheduled.map((_, index) => (
          <ScheduledChange key={index} form={form} index={index} />
        ))}
      </Suspense>
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconCalendarPlus size={16} aria-hidden />}
          onClick={() => form.insertListItem('scheduled', newScheduledPrice())}
        >
          {t('form.addScheduled')}
        </Button>
      </div>
    </>
  );
}
