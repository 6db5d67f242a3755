import type { ProviderOutput } from '@ai-providers/contracts';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/links.js';
import { Page } from '../../components/Page.js';
import { ActiveBadge } from './ActiveBadge.js';
import { ProviderFacts } from './ProviderFacts.js';
import { ProviderModels } from './ProviderModels.js';
import { ProviderTabs } from './ProviderTabs.js';

interface Props extends Pick<ComponentProps<typeof Page>, 'parents'> {
  provider: ProviderOutput;
}

export function ProviderDetail({ provider, parents }: Props) {
  const { t } = useTranslation('providers');
  const { can, slug } = provider;
  const addModel = can.addModel && (
    <ButtonLink to="/models/new" search={{ provider: slug }} variant="default">
      {t('models.add')}
    </ButtonLink>
  );
  return (
    <Page
      title={provider.displayName}
      aside={<ActiveBadge isActive={provider.isActive} />}
      actions={addModel}
      parents={parents}
    >
      <ProviderFacts provider={provider} />
      {can.update || can.delete ? <ProviderTabs provider={provider} /> : <ProviderModels provider={provider} />}
    </Page>
  );
}
