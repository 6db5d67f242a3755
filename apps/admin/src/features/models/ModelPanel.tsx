import type { ModelOutput } from '@ai-providers/contracts';
import { ActionIcon, Button } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { errorDataOf, failureOf } from '../../api/error-message.js';
import { SidePanel } from '../../components/Dialog.js';
import { SidePane } from '../../components/SidePane.js';
import { useShortcuts } from '../../components/shortcuts.js';
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
  /** Beside the list, which stays in use; else over the page. */
  isBeside: boolean;
  /** The prices are what it was opened for. */
  startAtPrice: boolean;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onDelete: (model: ModelOutput) => void;
  onClose: () => void;
}

export function ModelPanel({ publicId, listed, isBeside, startAtPrice, onDelete, onClose, ...walk }: Props) {
  const { t } = useTranslation('models');
  const { data: model, error, refetch } = useModel(publicId, listed);
  const title = <bdi>{model?.displayName ?? t('panel.title')}</bdi>;
  const body = (
    <div className={classes.panel}>
      <div className={classes.panelBar}>
        <Walk {...walk} />
        {model?.can.delete && (
          <Button size="xs" variant="subtle" color="red" ms="auto" onClick={() => onDelete(model)}>
            {t('list.delete')}
          </Button>
        )}
      </div>
      {model ? (
        <Body key={publicId} model={model} startAtPrice={startAtPrice} />
      ) : (
        <NoModel error={error} onRetry={() => void refetch()} />
      )}
    </div>
  );
  if (!isBeside) {
    return (
      <SidePanel title={title} onClose={onClose} size={560}>
        {body}
      </SidePanel>
    );
  }
  return (
    <SidePane title={title} onClose={onClose}>
      {body}
    </SidePane>
  );
}

function Body({ model, startAtPrice }: { model: ModelOutput; startAtPrice: boolean }) {
  return model.can.update ? (
    <ModelEditForm model={model} startAtPrice={startAtPrice} />
  ) : (
    <ModelDetails model={model} />
  );
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
  const inside = useRef<HTMLSpanElement>(null);
  useShortcuts([key('j', onNext), key('k', onPrevious)], inside);
  if (!onPrevious && !onNext) return null;
  const shared = { variant: 'default', size: 'md' } as const;
  return (
    <span ref={inside} className={classes.walk}>
      <ActionIcon {...shared} aria-label={t('panel.previous')} disabled={!onPrevious} onClick={onPrevious}>
        <IconChevronUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon {...shared} aria-label={t('panel.next')} disabled={!onNext} onClick={onNext}>
        <IconChevronDown size={16} aria-hidden />
      </ActionIcon>
    </span>
  );
}

const key = (keys: string, run: (() => void) | undefined) => ({ keys, run: () => run?.() });
