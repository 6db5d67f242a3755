import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Brand } from './Brand.js';
import { SideNav, type NavItem } from './SideNav.js';
import { useReturnFocus } from './useReturnFocus.js';

/** The navigation over the page. Mounted while it is open. */
export function NavDrawer({ nav, onClose }: { nav: readonly NavItem[]; onClose: () => void }) {
  const { t } = useTranslation();
  useReturnFocus();
  return (
    <Drawer opened onClose={onClose} size={280} title={<Brand />} closeButtonProps={{ 'aria-label': t('nav.close') }}>
      <SideNav items={nav} />
    </Drawer>
  );
}
