import type { ModelOutput } from '@ai-providers/contracts';
import { Suspense } from 'react';
import { lazyPart } from '../../components/lazy-part.js';
import type { useModels } from './useModels.js';
import { useModelsSearch } from './useModelsSearch.js';

// The form brings the contract's schemas, which the list does without.
const ModelPanel = lazyPart(async () => (await import('./ModelPanel.js')).ModelPanel);

interface Props {
  /** The list: the panel walks through its rows. */
  models: ReturnType<typeof useModels>;
  /** Whether there is room beside the list. */
  isBeside: boolean;
  startAtPrice: boolean;
  onDelete: (model: ModelOutput) => void;
}

/** The panel of the model that the address names. */
export function OpenModel({ models, ...rest }: Props) {
  const { openId, open, close } = useModelsSearch();
  if (openId === undefined) return null;
  const rows = models.data?.items ?? [];
  const index = rows.findIndex(({ publicId }) => publicId === openId);
  const model = rows[index];
  const walk = (row: ModelOutput | undefined) => row && (() => open(row.publicId));
  return (
    <Suspense fallback={null}>
      <ModelPanel
        publicId={openId}
        listed={model && { model, updatedAt: models.dataUpdatedAt }}
        onPrevious={index < 0 ? undefined : walk(rows[index - 1])}
        onNext={index < 0 ? undefined : walk(rows[index + 1])}
        onClose={close}
        {...rest}
      />
    </Suspense>
  );
}
