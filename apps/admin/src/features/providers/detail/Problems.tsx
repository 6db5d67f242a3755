import type { ProviderOutput } from '@ai-providers/contracts';
import { Alert, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../../components/links.js';

/** What keeps programs from using an active provider, each with the way to where it is mended. */
export function Problems({ provider }: { provider: ProviderOutput }) {
  const { t } = useTranslation('provider');
  const found = problemsOf(provider);
  if (found.length === 0) return null;
  return (
    <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('problem.title')}>
      <List size="sm">
        {found.map(([problem, tab]) => (
          <List.Item key={problem}>
            {t(`problem.${problem}`)}{' '}
            <TextLink
              to="/providers/$slug"
              params={{ slug: provider.slug }}
              search={{ tab }}
              underline="always"
              inherit
            >
              {t(`problem.${tab}`)}
            </TextLink>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

type Found = [problem: 'noAddress' | 'noKey' | 'keyUnreadable' | 'noModels', mendedIn: 'connection' | 'models'];

function problemsOf(provider: ProviderOutput): Found[] {
  const { sharedApiKey } = provider;
  const all: Array<[isSo: boolean, ...Found]> = [
    [provider.apiBaseUrl === '', 'noAddress', 'connection'],
    [!sharedApiKey.set && takesKey(provider), 'noKey', 'connection'],
    [sharedApiKey.set && sharedApiKey.readable === false, 'keyUnreadable', 'connection'],
    [provider.models.active === 0, 'noModels', 'models'],
  ];
  return all.filter(([isSo]) => isSo).map(([, problem, mendedIn]) => [problem, mendedIn]);
}

function takesKey({ config }: ProviderOutput): boolean {
  const auth = config?.auth;
  return !(typeof auth === 'object' && auth !== null && 'scheme' in auth && auth.scheme === 'none');
}
