import type { ProviderOutput } from '@ai-providers/contracts';
import { Text } from '@mantine/core';
import { Initials } from '../../components/Initials.js';
import { Ltr } from '../../components/Ltr.js';
import { TextLink } from '../../components/links.js';
import classes from './ProviderName.module.css';

/** The name that leads to the provider, and below it the slug that programs use. */
export function ProviderName({ provider }: { provider: Pick<ProviderOutput, 'slug' | 'displayName'> }) {
  return (
    <div className={classes.root}>
      <Initials name={provider.displayName} />
      <div className={classes.words}>
        <TextLink to="/providers/$slug" params={{ slug: provider.slug }}>
          <bdi>{provider.displayName}</bdi>
        </TextLink>
        <Text size="xs" c="dimmed">
          <Ltr mono>{provider.slug}</Ltr>
        </Text>
      </div>
    </div>
  );
}
