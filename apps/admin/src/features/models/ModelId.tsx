import { UnstyledButton } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Ltr } from '../../components/Ltr.js';
import { canCopy, useCopyId } from './useCopyId.js';
import classes from './Models.module.css';

/** The id that programs use; a click copies it. */
export function ModelId({ modelId }: { modelId: string }) {
  const { t } = useTranslation('models');
  const copy = useCopyId();
  const id = <Ltr mono>{modelId}</Ltr>;
  if (!canCopy()) return id;
  return (
    <UnstyledButton className={classes.copy} title={t('list.copyId')} onClick={() => void copy(modelId)}>
      {id}
      <IconCopy size={14} aria-hidden className={classes.copyIcon} />
      <span className="visually-hidden">{t('list.copyId')}</span>
    </UnstyledButton>
  );
}
