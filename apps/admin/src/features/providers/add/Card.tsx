import type { CatalogueEntry } from '@ai-providers/contracts';
import { Badge } from '@mantine/core';
import { IconAdjustmentsPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Initials } from '../../../components/Initials.js';
import classes from './Add.module.css';

interface Props {
  entry: CatalogueEntry;
  line: string;
  tabIndex: number;
}

/** A known provider: what it is, what it needs, and whether the team has one. */
export function Card({ entry, line, tabIndex }: Props) {
  const { t } = useTranslation('catalogue');
  const { kind, name, needs, added } = entry;
  return (
    <Link to="/providers/new" search={{ step: 'connect', kind }} className={classes.card} tabIndex={tabIndex}>
      <span className={classes.head}>
        <Initials name={name} />
        <bdi className={classes.name}>{name}</bdi>
        {added > 0 && (
          <Badge color="gray" size="sm">
            {t('choose.added', { count: added })}
          </Badge>
        )}
      </span>
      <span>{line}</span>
      <span className={classes.needs}>
        {t(needs.key ? (needs.address ? 'choose.needsBoth' : 'choose.needsKey') : 'choose.needsNothing')}
      </span>
    </Link>
  );
}

/** Everything else that speaks the common dialect. */
export function CustomCard({ tabIndex }: { tabIndex: number }) {
  const { t } = useTranslation('catalogue');
  return (
    <Link to="/providers/new" search={{ step: 'connect', kind: 'custom' }} className={classes.card} tabIndex={tabIndex}>
      <span className={classes.head}>
        <IconAdjustmentsPlus size={24} aria-hidden />
        <span className={classes.name}>{t('choose.custom')}</span>
      </span>
      <span>{t('choose.customLine')}</span>
      <span className={classes.needs}>{t('choose.needsBoth')}</span>
    </Link>
  );
}
