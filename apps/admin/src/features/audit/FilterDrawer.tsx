import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SidePanel } from '../../components/Dialog.js';
import { AuditFilterFields } from './AuditFilterFields.js';

interface Props {
  /** Undefined where no filter is on. */
  onClear: (() => void) | undefined;
  onClose: () => void;
}

/** The filters, where there is no room for them above the list. */
export function FilterDrawer({ onClear, onClose }: Props) {
  const { t } = useTranslation(['audit', 'common']);
  return (
    <SidePanel title={t('filter.title')} onClose={onClose} size={360}>
      <Stack>
        <AuditFilterFields />
        <Button onClick={onClose}>{t('filter.show')}</Button>
        {onClear && (
          <Button variant="default" onClick={onClear}>
            {t('common:action.clearFilters')}
          </Button>
        )}
      </Stack>
    </SidePanel>
  );
}
