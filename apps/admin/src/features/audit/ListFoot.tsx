import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Audit.module.css';

interface Props {
  hasMore: boolean;
  isLoading: boolean;
  /** Said where nothing older is to come. */
  end: string;
  onMore: () => void;
}

/** Goes on to older entries; at the end it says how long they are kept. */
export function ListFoot({ hasMore, isLoading, end, onMore }: Props) {
  const { t } = useTranslation('audit');
  if (!hasMore) return <p className={classes.quiet}>{end}</p>;
  return (
    <Button variant="default" loading={isLoading} onClick={onMore}>
      {t('list.older')}
    </Button>
  );
}
