import { Button, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './EmptyState.module.css';

interface Props {
  title: string;
  text?: ReactNode;
  icon?: ReactNode;
  action?: ReactNode;
}

/** Nothing here yet: what it is for and the one thing to do. */
export function EmptyState({ title, text, icon, action }: Props) {
  return (
    <Stack className={classes.root} align="center" gap="sm">
      {icon && (
        <div className={classes.icon} aria-hidden>
          {icon}
        </div>
      )}
      <Title order={2} ta="center">
        {title}
      </Title>
      {text && (
        <Text size="sm" c="dimmed" maw={420} ta="center">
          {text}
        </Text>
      )}
      {action}
    </Stack>
  );
}

/** There is something, but the search or filters hide it. */
export function NoMatch({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('empty.noMatchTitle')}
      text={t('empty.noMatchText')}
      action={
        <Button variant="default" onClick={onClear}>
          {t('action.clearFilters')}
        </Button>
      }
    />
  );
}
