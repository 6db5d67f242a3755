import type { TokenOutput } from '@ai-providers/contracts';
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMinute } from '../../components/minute.js';
import { Time } from '../../components/Time.js';
import classes from './Tokens.module.css';

const weekMs = 7 * 86_400_000;

export function TokenExpiry({ token: { expiresAt, state } }: { token: TokenOutput }) {
  const { t } = useTranslation('tokens');
  const now = useMinute();
  const isNear = state === 'active' && expiresAt !== null && Date.parse(expiresAt) - now <= weekMs;
  return (
    <span className={classes.lines}>
      <Time value={expiresAt} />
      {isNear && <Badge color="orange">{t('list.expiresSoon')}</Badge>}
    </span>
  );
}
