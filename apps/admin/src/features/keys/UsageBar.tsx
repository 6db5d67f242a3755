import type { SettingsOutput } from '@ai-providers/contracts';
import { Badge, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRaiseWords } from '../../components/until.js';
import { useFmt } from '../../i18n/fmt.js';
import classes from './Keys.module.css';
import { usageLevel, usagePercent, type UsageLevel } from './usage-level.js';

const colours = {
  ok: 'green',
  near: 'orange',
  reached: 'red',
  noLimit: 'gray',
  noneAllowed: 'red',
} satisfies Record<UsageLevel, string>;

/** The month so far against its limit, in number, per cent, colour and word. */
export function UsageBar({ settings }: { settings: SettingsOutput }) {
  const { t } = useTranslation('keys');
  const fmt = useFmt();
  const raiseWords = useRaiseWords();
  const { monthlyUsage: used, monthlyLimit: limit, usualLimit, raise, resetsAt } = settings;
  const level = usageLevel(settings);
  const percent = usagePercent(settings);
  const colour = colours[level];
  const date = fmt.date(resetsAt);
  return (
    <>
      <div className={classes.spread}>
        <span>
          {limit ? t('usage.of', { used, limit, percent: fmt.percent(percent / 100) }) : t('usage.alone', { used })}
        </span>
        <Badge color={colour}>{t(`usage.${level}`)}</Badge>
      </div>
      {limit !== null && limit > 0 && (
        <Progress value={percent} color={colour} aria-label={t('usage.bar', { name: settings.provider.displayName })} />
      )}
      {raise && <Text size="xs">{t('usage.raised', { words: raiseWords(raise, usualLimit) })}</Text>}
      {level !== 'noneAllowed' && (
        <Text size="xs" c="dimmed">
          {t(level === 'reached' ? 'usage.stopped' : 'usage.restarts', { date })}
        </Text>
      )}
    </>
  );
}
