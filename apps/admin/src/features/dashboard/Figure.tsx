import { Paper, Text } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './Dashboard.module.css';

interface Props {
  label: string;
  value: string;
  /** What the value is measured against. */
  note?: ReactNode;
}

export function Figure({ label, value, note }: Props) {
  const id = useId();
  return (
    <Paper component="section" withBorder radius="lg" p="md" className={classes.figure} aria-labelledby={id}>
      <Text id={id} component="h2" size="sm" c="dimmed" fw={400}>
        {label}
      </Text>
      <span className={classes.value}>{value}</span>
      {note && (
        <Text component="span" size="xs" c="dimmed">
          {note}
        </Text>
      )}
    </Paper>
  );
}
