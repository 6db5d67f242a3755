import type { AttentionItem } from '@ai-providers/contracts';
import { Paper, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../components/lazy-part.js';
import { useFmt } from '../../i18n/fmt.js';
import { AttentionRow } from './AttentionRow.js';
import classes from './Dashboard.module.css';

// Opened by a row.
const AnswerRequest = lazyPart(async () => (await import('./AnswerRequest.js')).AnswerRequest);
const RaiseLimit = lazyPart(async () => (await import('./RaiseLimit.js')).RaiseLimit);

interface Props {
  items: readonly AttentionItem[];
  /** Rows that are left out. */
  more: number;
}

/** What a super admin should look at, each row with its one remedy. */
export function Attention({ items, more }: Props) {
  const { t } = useTranslation('dashboard');
  const fmt = useFmt();
  const heading = useId();
  const [open, setOpen] = useState<AttentionItem | null>(null);
  const close = () => setOpen(null);
  return (
    <Paper component="section" withBorder radius="lg" p="md" className={classes.card} aria-labelledby={heading}>
      <Title order={2} id={heading}>
        {t('attention.title')}
      </Title>
      {items.length === 0 && (
        <p className={classes.calm}>
          <IconCircleCheck size={20} aria-hidden className={classes.done} /> {t('attention.none')}
        </p>
      )}
      <ul className={classes.list}>
        {items.map((item) => (
          <AttentionRow key={keyOf(item)} item={item} onOpen={() => setOpen(item)} />
        ))}
      </ul>
      {more > 0 && (
        <Text size="xs" c="dimmed">
          {t('attention.more', { count: more, shown: fmt.number(more) })}
        </Text>
      )}
      <Suspense>
        {open?.kind === 'limitRequest' && <AnswerRequest item={open} onClose={close} />}
        {open?.kind === 'nearLimit' && <RaiseLimit item={open} onClose={close} />}
      </Suspense>
    </Paper>
  );
}

function keyOf(item: AttentionItem): string {
  if (item.kind === 'limitRequest') return item.publicId;
  if (item.kind === 'nearLimit') return `${item.admin.publicId} ${item.provider.slug}`;
  return item.kind === 'modelsRetired' ? `${item.kind} ${item.provider.slug}` : item.kind;
}
