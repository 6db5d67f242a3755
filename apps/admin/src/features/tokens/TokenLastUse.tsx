import type { TokenOutput } from '@ai-providers/contracts';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Ltr } from '../../components/Ltr.js';
import { Time } from '../../components/Time.js';
import classes from './Tokens.module.css';

/** When and where it was used last; and where it was refused, which whoever sent it is not told. */
export function TokenLastUse({ token }: { token: TokenOutput }) {
  const { t } = useTranslation('tokens');
  const { lastUsedAt, lastUsedIp, lastRefusedAt, lastRefusedIp } = token;
  return (
    <span className={classes.lines}>
      <Time value={lastUsedAt} />
      {lastUsedIp !== null && (
        <span className={classes.small}>
          <Ltr>{lastUsedIp}</Ltr>
        </span>
      )}
      {lastRefusedAt !== null && (
        <span className={classes.refused}>
          <IconAlertTriangle size={14} aria-hidden />
          <span>
            {t('list.refused')} <Ltr>{lastRefusedIp ?? '?'}</Ltr> · <Time value={lastRefusedAt} />
          </span>
        </span>
      )}
    </span>
  );
}
