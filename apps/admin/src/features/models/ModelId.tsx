import { UnstyledButton } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { canCopy, copyText } from '../../components/clipboard.js';
import { Ltr } from '../../components/Ltr.js';
import classes from './Models.module.css';

/** The id that programs use; a click copies it. */
export function ModelId({ modelId }: { modelId: string }) {
  const { t } = useTranslation('models');
  const id = <Ltr mono>{modelId}</Ltr>;
  if (!canCopy()) return id;
  return (
    <UnstyledButton
      className={classes.copy}
      title={t('list.copyId')}
      onClick={() => copyText(modelId, t('toast.idCopied'))}
    >
      {id}
      <IconCopy size={14} aria-hidden className={classes.copyIcon} />
      <span className="visually-hidden">{t('list.copyId')}</span>
    </UnstyledButton>
  );
}
