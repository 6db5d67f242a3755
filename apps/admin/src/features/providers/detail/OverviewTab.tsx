import type { ProviderOutput } from '@ai-providers/contracts';
import { Stack, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { providerSnippets } from '../../../api/snippets.js';
import { Snippets } from '../../../components/Snippets.js';
import { Figures, OwnFigures } from './Figures.js';
import { Problems } from './Problems.js';
import { QuickLinks } from './QuickLinks.js';
import { UsageGlance } from './UsageGlance.js';

/** How a provider stands: what is wrong, the figures that the caller may know, and how a program uses it. */
export function OverviewTab({ provider }: { provider: ProviderOutput }) {
  const { t } = useTranslation('provider');
  const heading = useId();
  const snippets = providerSnippets(window.location.origin, provider.slug);
  const isKeeper = provider.totalRequests !== undefined;
  return (
    <Stack gap="lg">
      {isKeeper && <Problems provider={provider} />}
      {isKeeper ? <Figures provider={provider} /> : <OwnFigures provider={provider} />}
      <UsageGlance slug={provider.slug} />
      {isKeeper && <QuickLinks provider={provider} />}
      <section aria-labelledby={heading}>
        <Title order={2} id={heading}>
          {t('snippet.title')}
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          {t('snippet.text')}
        </Text>
        <Snippets label={t('snippet.title')} snippets={snippets} />
      </section>
    </Stack>
  );
}
