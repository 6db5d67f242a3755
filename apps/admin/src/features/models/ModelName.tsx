import type { ModelOutput } from '@ai-providers/contracts';
import { Text } from '@mantine/core';
import classes from './Models.module.css';

/** The name, and below it whose model it is. */
export function ModelName({ model }: { model: Pick<ModelOutput, 'displayName' | 'provider'> }) {
  return (
    <span className={classes.name}>
      <bdi>{model.displayName}</bdi>
      <Text span size="xs" c="dimmed" display="block">
        <bdi>{model.provider.displayName}</bdi>
      </Text>
    </span>
  );
}
