import type { ModelOutput } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import { ModelId } from './ModelId.js';
import classes from './Models.module.css';

interface Props {
  model: ModelOutput;
}

/** The name; whose model it is is read out with it, and stands below. */
export function ModelName({ model }: Props) {
  const { t } = useTranslation('models');
  return (
    <span className={classes.name}>
      <bdi>{model.displayName}</bdi>
      {model.isRetired && <span className={classes.retired}>{t('filter.statuses.retired')}</span>}
      <span className="visually-hidden"> {model.provider.displayName}</span>
    </span>
  );
}

/** Whose model it is, and its id to copy. */
export function ModelOrigin({ model: { provider, modelId } }: Props) {
  return (
    <div className={classes.origin}>
      <bdi aria-hidden>{provider.displayName}</bdi>
      <ModelId modelId={modelId} />
    </div>
  );
}
