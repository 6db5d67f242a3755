import { Button, Paper, Text, Title } from '@mantine/core';
import { useId } from 'react';
import classes from './Admins.module.css';

interface Props {
  title: string;
  text: string;
  /** The deed, as the button says it. */
  deed: string;
  danger?: boolean;
  /** Why it cannot be done here. */
  locked?: string;
  onClick: () => void;
}

/** One deed with what it means. A locked one says why, beside its button. */
export function AccountCard({ title, text, deed, danger = false, locked, onClick }: Props) {
  const why = useId();
  return (
    <Paper withBorder radius="lg" p="md" component="section" className={classes.card}>
      <Title order={2}>{title}</Title>
      <Text size="sm">{text}</Text>
      <Button
        variant={danger ? 'outline' : 'default'}
        color={danger ? 'red' : undefined}
        disabled={locked !== undefined}
        aria-describedby={locked === undefined ? undefined : why}
        onClick={onClick}
      >
        {deed}
      </Button>
      {locked !== undefined && (
        <Text size="sm" c="dimmed" id={why}>
          {locked}
        </Text>
      )}
    </Paper>
  );
}
