import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmTyped } from '../../components/ConfirmTyped.js';
import { RotationReport } from './RotationReport.js';
import { useRotateKeys } from './useRotateKeys.js';

/** In both languages: it is typed, not read. */
const word = 're-encrypt';

/** Encrypts with the SECRET_KEY of now what still needs a former one; its name is typed before. */
export function ReEncrypt({ count }: { count: number }) {
  const { t } = useTranslation('settings');
  const [isAsking, setAsking] = useState(false);
  const { run, start, stop } = useRotateKeys();
  const begin = () => {
    setAsking(false);
    start();
  };
  return (
    <>
      {run && <RotationReport run={run} onStop={stop} />}
      {count > 0 && run?.state !== 'running' && (
        <Button mt="sm" variant="default" onClick={() => setAsking(true)}>
          {t('rotate.open')}
        </Button>
      )}
      {isAsking && (
        <ConfirmTyped
          title={t('rotate.title', { count })}
          losses={[t('rotate.servers'), t('rotate.backups')]}
          word={word}
          confirmLabel={t('rotate.open')}
          onConfirm={begin}
          onClose={() => setAsking(false)}
        >
          <Text size="sm">{t('rotate.text')}</Text>
        </ConfirmTyped>
      )}
    </>
  );
}
