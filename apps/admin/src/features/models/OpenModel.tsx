import type { ModelOutput } from '@ai-providers/contracts';
import { lazy, Suspense } from 'react';
import { useModelsSearch } from './useModelsSearch.js';

// The form brings the contract's schemas, which the list does without.
const ModelPanel = lazy(() => import('./ModelPanel.js').then((module) => ({ default: module.ModelPanel })));

interface Props {
  /** The rows of the list: the panel walks through them. */
  rows: readonly ModelOutput[] | undefined;
  /** When they were answered. */
  updatedAt: number;
  onDelete: (model: ModelOutput) => void;
}

/** The panel of the model that the address names. */
export function OpenModel({ rows = [], updatedAt, onDelete }: Props) {
  const { openId, open, close } = useModelsSearch();
  if (openId === undefined) return null;
  const index = rows.findIndex(({ publicId }) => publicId === openId);
  const model = rows[index];
  const walk = (row: ModelOutput | undefined) => row && (() => open(row.publicId));
  return (
    <Suspense fallback={null}>
      <ModelPanel
        publicId={openId}
        listed={model && { model, updatedAt }}
        onPrevious={index < 0 ? undefined : walk(rows[index - 1])}
        onNext={index < 0 ? undefined : walk(rows[index + 1])}
        onDelete={onDelete}
        onClose={close}
      />
    </Suspense>
  );
}
