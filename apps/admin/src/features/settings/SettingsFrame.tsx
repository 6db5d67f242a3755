import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/me.js';
import { TextLink } from '../../components/links.js';
import { Page } from '../../components/Page.js';
import { settingsPagesFor } from '../../layout/settings-pages.js';
import classes from './Settings.module.css';

interface Props {
  name: 'profile' | 'appearance' | 'shortcuts' | 'system';
  children: ReactNode;
}

/** One part of the settings, and the way to the others. */
export function SettingsFrame({ name, children }: Props) {
  const { t } = useTranslation(['settings', 'frame', 'common']);
  const pages = settingsPagesFor(useMe().data?.can ?? []);
  const above = t('common:nav.settings');
  return (
    <Page
      title={t(`frame:settings.${name}`)}
      parents={[{ label: above, link: <TextLink to="/settings">{above}</TextLink> }]}
    >
      <nav aria-label={t('sections')}>
        <ul className={classes.sections}>
          {pages.map(({ to, name: page, icon: Icon }) => (
            <li key={to}>
              <Link to={to} className={classes.section}>
                <Icon size={16} aria-hidden />
                {t(`frame:settings.${page}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </Page>
  );
}
