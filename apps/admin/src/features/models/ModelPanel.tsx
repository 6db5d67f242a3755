import type { ModelOutput } from '@ai-providers/contracts';
import { ActionIcon, Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorDataOf, failureOf } from '../../api/error-message.js';
import { SidePanel } from '../../components/Dialog.js';
import { EmptyState } from '../../components/EmptyState.js';
import { ErrorState } from '../../components/ErrorState.js';
import { FormSkeleton } from '../../components/Skeletons.js';
import { ModelDetails } from './ModelDetails.js';
import { ModelEditForm } from './ModelEditForm.js';
import classes from './Models.module.css';
import { useModel } from './useModels.js';

interface Props {
  publicId: string;
  /** The model as the list shows it, if it does. */
  listed: { model: ModelOutput; updatedAt: number } | undefined;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onDelete: (model: ModelOutput) => void;
  onClose: () => void;
}

export function ModelPanel({ publicId, listed, onPrevious, onNext, onDelete, onClose }: Props) {
  const { t } = useTranslation('models');
  const { data: model, error, refetch } = useModel(publicId, listed);
  return (
    <SidePanel title={<bdi>{model?.displayName ?? t('panel.title')}</bdi>} onClose={onClose} size={560}>
      <div className={classes.panel}>
        <div className={classes.panelBar}>
          <Walk onPrevious={onPrevious} onNext={onNext} />
          {model?.can.delete && (
            <Button size="xs" variant="subtle" color="red" ms="auto" onClick={() => onDelete(model)}>
              {t('list.delete')}
            </Button>
          )}
        </div>
        {model ? <Body key={publicId} model={model} /> : <NoModel error={error} onRetry={() => void refetch()} />}
      </div>
    </SidePanel>
  );
}

function Body({ model }: { model: ModelOutput }) {
  return model.can.update ? <ModelEditForm model={model} /> : <ModelDetails model={model} />;
}

function NoModel({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('models');
  if (!error) return <FormSkeleton />;
  if (errorDataOf(error)?.reason !== 'NOT_FOUND') return <ErrorState {...failureOf(error)} onRetry={onRetry} />;
  return <EmptyState title={t('panel.notFoundTitle')} text={t('panel.notFoundText')} />;
}

/** From row to row with the panel open; `j` and `k` do the same outside of fields. */
function Walk({ onPrevious, onNext }: Pick<Props, 'onPrevious' | 'onNext'>) {
  const { t } = useTranslation('models');
  useHotkeys([
    ['j', () => onNext?.()],
    ['k', () => onPrevious?.()],
  ]);
  if (!onPrevious && !onNext) return null;
  const shared = { variant: 'default', size: 'md' } as const;
  return (
    <>
      <ActionIcon {...shared} aria-label={t('panel.previous')} disabled={!onPrevious} onClick={onPrevious}>
        <IconChevronUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon {...shared} aria-label={t('panel.next')} disabled={!onNext} onClick={onNext}>
        <IconChevronDown size={16} aria-hidden />
      </ActionIcon>
    </>
  );
}
