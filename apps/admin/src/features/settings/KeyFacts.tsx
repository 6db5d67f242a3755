import type { SystemStatusOutput } from '@ai-providers/contracts';
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me.js';
import { lazyPart } from '../../components/lazy-part.js';
import { Ltr } from '../../components/Ltr.js';
import { useFmt } from '../../i18n/fmt.js';
import { Advice } from './Advice.js';
import classes from './Settings.module.css';
import { Facts } from './SystemFacts.js';

// Needed after a change of SECRET_KEY alone.
const ReEncrypt = lazyPart(async () => (await import('./ReEncrypt.js')).ReEncrypt);

type SecretKey = SystemStatusOutput['secretKey'];

/** Whether stored API keys can be used, and what still rests on former keys. */
export function KeyFacts({ secretKey }: { secretKey: SecretKey }) {
  const { t } = useTranslation('settings');
  const mayRotate = useMay('system.update');
  const { state, unusable, underOlderKeys } = secretKey;
  const word = t(`system.key_${state}`);
  const lost = unusable.unreadable + unusable.misplaced;
  return (
    <Facts title={t('system.secretKey')} facts={state === 'mismatch' ? [] : [[t('system.keyState'), word]]}>
      {state === 'mismatch' && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('system.keyState')}>
          {word}
        </Alert>
      )}
      <KeyTable keys={secretKey.keys} />
      {underOlderKeys > 0 && <Advice words="olderKeys" count={underOlderKeys} command="pnpm keys:rotate" />}
      {mayRotate && state === 'ok' && (
        <Suspense>
          <ReEncrypt count={underOlderKeys} />
        </Suspense>
      )}
      {unusable.unbound > 0 && <Advice words="unbound" count={unusable.unbound} command="pnpm keys:adopt" />}
      {lost > 0 && <Advice words="lost" count={lost} command="pnpm keys:rotate" />}
    </Facts>
  );
}

function KeyTable({ keys }: Pick<SecretKey, 'keys'>) {
  const { t } = useTranslation('settings');
  const fmt = useFmt();
  return (
    <table className={classes.keys}>
      <caption className="visually-hidden">{t('system.keyCounts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('system.keyId')}</th>
          <th scope="col">{t('system.keyUse')}</th>
          <th scope="col">{t('system.count')}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map(({ keyId, secrets, writes }) => (
          <tr key={keyId}>
            <th scope="row">
              <Ltr mono>{keyId}</Ltr>
            </th>
            <td>{writes ? t('system.writes') : t('system.reads')}</td>
            <td>{fmt.number(secrets)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
