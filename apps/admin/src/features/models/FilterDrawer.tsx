import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SidePanel } from '../../components/Dialog.js';
import { useFmt } from '../../i18n/fmt.js';
import { ModelRail } from './ModelRail.js';
import classes from './Models.module.css';

interface Props {
  withStatus: boolean;
  total: number;
  onClose: () => void;
}

/** The filters, where there is no room for them beside the list. */
export function FilterDrawer({ withStatus, total, onClose }: Props) {
  const { t } = useTranslation('models');
  const fmt = useFmt();
  return (
    <SidePanel title={t('filter.title')} onClose={onClose} size={360}>
      <div className={classes.panel}>
        <ModelRail withStatus={withStatus} />
        <Button onClick={onClose}>{t('filter.show', { count: total, shown: fmt.number(total) })}</Button>
      </div>
    </SidePanel>
  );
}
