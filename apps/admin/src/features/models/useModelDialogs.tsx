import type { ModelOutput } from '@ai-providers/contracts';
import { Suspense, useState } from 'react';
import { lazyPart } from '../../components/lazy-part.js';
import { useModelsSearch } from './useModelsSearch.js';

// Not needed to read the list.
const DeleteModel = lazyPart(async () => (await import('./DeleteModel.js')).DeleteModel);

/** What opens over the page, and which model's panel starts at its prices. */
export function useModelDialogs() {
  const { openId, open, close } = useModelsSearch();
  const [deleting, setDeleting] = useState<ModelOutput | null>(null);
  const [pricing, setPricing] = useState<string>();
  const forget = ({ publicId }: ModelOutput) => publicId === openId && close({ ignoreBlocker: true });
  const dialogs = (
    <Suspense>
      {deleting && (
        <DeleteModel key={deleting.publicId} model={deleting} onDeleted={forget} onClose={() => setDeleting(null)} />
      )}
    </Suspense>
  );
  return {
    dialogs,
    onDelete: setDeleting,
    onSetPrice: ({ publicId }: ModelOutput) => {
      setPricing(publicId);
      open(publicId);
    },
    openPrice: pricing !== undefined && pricing === openId,
  };
}
