import type { ModelOutput } from '@ai-providers/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../components/links.js';
import { CapabilityChips } from './CapabilityChips.js';
import { Price, Tokens } from './Figures.js';
import { ModelId } from './ModelId.js';
import classes from './Models.module.css';

/** For those who may read a model and not change it. */
export function ModelDetails({ model }: { model: ModelOutput }) {
  const { t } = useTranslation('models');
  return (
    <dl className={classes.facts}>
      <Fact name={t('column.modelId')}>
        <ModelId modelId={model.modelId} />
      </Fact>
      <Fact name={t('column.provider')}>
        <TextLink to="/providers/$slug" params={{ slug: model.provider.slug }}>
          <bdi>{model.provider.displayName}</bdi>
        </TextLink>
      </Fact>
      <Fact name={t('column.capabilities')}>
        <CapabilityChips capabilities={model.capabilities} />
      </Fact>
      <Fact name={t('column.pricingInput')}>
        <Price value={model.pricingInput} />
      </Fact>
      <Fact name={t('column.pricingOutput')}>
        <Price value={model.pricingOutput} />
      </Fact>
      <Fact name={t('column.contextWindow')}>
        <Tokens value={model.contextWindow} />
      </Fact>
      <Fact name={t('column.maxTokens')}>
        <Tokens value={model.maxTokens} />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
