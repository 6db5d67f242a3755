import type { ProviderOutput } from '@ai-providers/contracts';
import { Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfigLink } from './ConfigLink.js';
import { linksOf } from './config-links.js';
import classes from './Detail.module.css';

/** The provider's own pages, as far as its config names them. */
export function QuickLinks({ provider }: { provider: ProviderOutput }) {
  const { t } = useTranslation('provider');
  const heading = useId();
  const links = linksOf(provider);
  if (links.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <Title order={2} id={heading} mb="xs">
        {t('links.title')}
      </Title>
      <ul className={classes.links}>
        {links.map(([name, href]) => (
          <li key={name}>
            <ConfigLink href={href}>{t(`links.${name}`)}</ConfigLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
