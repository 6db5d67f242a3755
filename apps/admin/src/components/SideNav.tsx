import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './SideNav.module.css';

export interface NavItem {
  to: LinkProps['to'];
  label: string;
  icon: ReactNode;
}

interface Props {
  items: readonly NavItem[];
  collapsed?: boolean;
  onCollapse?: () => void;
}

export function SideNav({ items, collapsed = false, onCollapse }: Props) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('nav.label')} className={classes.nav} data-collapsed={collapsed || undefined}>
      <ul className={classes.list}>
        {items.map((item) => (
          <li key={item.to}>
            <Tooltip label={item.label} disabled={!collapsed} position="right">
              <Link
                to={item.to}
                activeOptions={{ exact: item.to === '/' }}
                className={classes.item}
                aria-label={collapsed ? item.label : undefined}
              >
                <span className={classes.icon} aria-hidden>
                  {item.icon}
                </span>
                {!collapsed && item.label}
              </Link>
            </Tooltip>
          </li>
        ))}
      </ul>
      {onCollapse && <CollapseButton collapsed={collapsed} onClick={onCollapse} />}
    </nav>
  );
}

function CollapseButton({ collapsed, onClick }: { collapsed: boolean; onClick: () => void }) {
  const { t } = useTranslation();
  const label = collapsed ? t('nav.expand') : t('nav.collapse');
  const Icon = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <UnstyledButton className={classes.item} aria-label={label} aria-expanded={!collapsed} onClick={onClick}>
      <span className={classes.icon} aria-hidden>
        <Icon size={20} className="flip" />
      </span>
      {!collapsed && label}
    </UnstyledButton>
  );
}
