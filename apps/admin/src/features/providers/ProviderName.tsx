import type { ProviderOutput } from '@ai-providers/contracts';
import { Text } from '@mantine/core';
import { Ltr } from '../../components/Ltr.js';
import { TextLink } from '../../components/links.js';

/** The name that leads to the provider, and below it the slug that programs use. */
export function ProviderName({ provider }: { provider: Pick<ProviderOutput, 'slug' | 'displayName'> }) {
  return (
    <>
      <TextLink to="/providers/$slug" params={{ slug: provider.slug }}>
        <bdi>{provider.displayName}</bdi>
      </TextLink>
      <Text size="xs" c="dimmed">
        <Ltr mono>{provider.slug}</Ltr>
      </Text>
    </>
  );
}
