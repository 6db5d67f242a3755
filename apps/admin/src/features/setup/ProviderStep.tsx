import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { ErrorState } from '../../components/ErrorState.js';
import { ButtonLink } from '../../components/links.js';
import { FormSkeleton } from '../../components/Skeletons.js';
import classes from './Setup.module.css';
import { useSuggested } from './useSetup.js';

/** Leads to the page of a first provider, where its key is entered and tried. */
export function ProviderStep() {
  const { t } = useTranslation('setup');
  const { providers, error, refetch } = useSuggested();
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('provider.text')}
      </Text>
      {error && <ErrorState {...failureOf(error)} onRetry={() => void refetch()} />}
      {!providers && !error && <FormSkeleton fields={3} />}
      <ul className={classes.cards}>
        {providers?.map(({ slug, displayName }) => (
          <li key={slug}>
            <ButtonLink
              to="/providers/$slug"
              params={{ slug }}
              search={{ tab: 'connection' }}
              variant="default"
              size="lg"
              fullWidth
            >
              <bdi>{displayName}</bdi>
            </ButtonLink>
          </li>
        ))}
      </ul>
      <Group justify="space-between">
        <ButtonLink to="/providers/new" variant="subtle">
          {t('provider.other')}
        </ButtonLink>
        <ButtonLink to="/" variant="default">
          {t('provider.skip')}
        </ButtonLink>
      </Group>
    </Stack>
  );
}
