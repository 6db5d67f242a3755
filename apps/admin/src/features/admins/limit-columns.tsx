import type { SettingsOutput } from '@ai-providers/contracts';
import { Badge } from '@mantine/core';
import { IconGauge, IconRefresh } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { Column, RowAction } from '../../components/data-table.js';
import { TextLink } from '../../components/links.js';
import type { Fmt } from '../../i18n/fmt.js';
import type { AdminParts } from './admin-parts.js';
import classes from './Admins.module.css';
import type { useRaiseWords } from '../../components/until.js';
import { limitWords, usageMark } from './limit-values.js';

interface Context extends Pick<AdminParts, 'KeyInWords'> {
  t: TFunction<'admins'>;
  fmt: Fmt;
  admin: string;
  raiseWords: ReturnType<typeof useRaiseWords>;
}

export function limitColumns({ t, fmt, admin, raiseWords, KeyInWords }: Context): Array<Column<SettingsOutput>> {
  return [
    {
      id: 'provider',
      header: t('limits.provider'),
      isRowHeader: true,
      render: ({ provider: { slug, displayName } }) => (
        <TextLink to="/providers/$slug" params={{ slug }}>
          <bdi>{displayName}</bdi>
        </TextLink>
      ),
    },
    ...keyColumns(t),
    {
      id: 'limit',
      header: t('limit.column'),
      align: 'end',
      render: ({ monthlyLimit, usualLimit, raise }) => (
        <span className={classes.figure}>{raise ? raiseWords(raise, usualLimit) : limitWords(t, monthlyLimit)}</span>
      ),
    },
    {
      id: 'used',
      header: t('limits.used'),
      align: 'end',
      render: (settings) => <Used t={t} fmt={fmt} settings={settings} />,
    },
    {
      id: 'key',
      header: t('limits.key'),
      render: (settings) => (
        <div className={classes.sentence}>
          <KeyInWords settings={settings} admin={admin} />
        </div>
      ),
    },
  ];
}

/** Left out first: the sentence at the end of the row says what follows from them. */
function keyColumns(t: Context['t']): Array<Column<SettingsOutput>> {
  return [
    {
      id: 'shared',
      header: t('limits.shared'),
      minRoom: 770,
      render: ({ allows }) => t(allows.shared ? 'limits.yes' : 'limits.no'),
    },
    {
      id: 'personal',
      header: t('limits.personal'),
      minRoom: 840,
      render: ({ personalApiKey }) => t(keyWord(personalApiKey)),
    },
  ];
}

/** Whether there is one: nothing of the key itself. */
function keyWord({ set, readable }: SettingsOutput['personalApiKey']) {
  if (!set) return 'limits.keyNone';
  return readable === false ? 'limits.keyUnreadable' : 'limits.keySet';
}

function Used({ t, fmt, settings }: Pick<Context, 't' | 'fmt'> & { settings: SettingsOutput }) {
  const mark = usageMark(settings);
  return (
    <span className={classes.figure}>
      {mark && <Badge color={mark === 'near' ? 'orange' : 'red'}>{t(`limits.${mark}`)}</Badge>}
      {fmt.number(settings.monthlyUsage)}
    </span>
  );
}

export type LimitDeed = 'limit' | 'reset';

/** The menu of a row. */
export function limitActions(
  t: TFunction<'admins'>,
  { can, monthlyUsage }: SettingsOutput,
  onAsk: (deed: LimitDeed) => void,
): RowAction[] {
  if (!can.setLimit) return [];
  const icon = { size: 16, 'aria-hidden': true } as const;
  return [
    { id: 'limit', label: t('limit.set'), icon: <IconGauge {...icon} />, onClick: () => onAsk('limit') },
    {
      id: 'reset',
      label: t('reset.open'),
      icon: <IconRefresh {...icon} />,
      disabled: monthlyUsage === 0,
      onClick: () => onAsk('reset'),
    },
  ];
}
