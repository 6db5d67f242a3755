import { Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Ltr } from './Ltr.js';
import { Time } from './Time.js';

/** What may be said about a stored secret. */
export interface StoredSecret {
  set: boolean;
  last4?: string | null;
  readable?: boolean;
  updatedAt?: string | null;
}

interface Props {
  stored: StoredSecret;
  /** Leaves out when it was stored, for table cells. */
  brief?: boolean;
}

/** A mask and the last four characters; nothing more of a secret is ever known here. */
export function SecretStatus({ stored, brief = false }: Props) {
  const { t } = useTranslation();
  if (!stored.set) {
    return (
      <Text span inherit c="dimmed">
        {t('secret.notSet')}
      </Text>
    );
  }
  return (
    <Group gap="xs" component="span">
      <Mask last4={stored.last4} />
      {stored.readable === false && <Unreadable />}
      {!brief && stored.updatedAt && (
        <Text span size="xs" c="dimmed">
          <Updated at={stored.updatedAt} />
        </Text>
      )}
    </Group>
  );
}

function Mask({ last4 }: { last4?: string | null }) {
  const { t } = useTranslation();
  if (last4 === undefined) return <span>{t('secret.set')}</span>;
  const words = last4 === null ? t('secret.set') : t('secret.masked', { last4 });
  return (
    <span>
      <span aria-hidden style={{ whiteSpace: 'nowrap' }}>
        <Ltr mono>••••{last4}</Ltr>
      </span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

function Unreadable() {
  const { t } = useTranslation();
  return (
    <Text span size="xs" c="var(--mantine-color-orange-text)">
      <IconAlertTriangle size={14} aria-hidden /> {t('secret.unreadable')}
    </Text>
  );
}

function Updated({ at }: { at: string }) {
  const { t } = useTranslation();
  return (
    <>
      {t('secret.updated', { when: '' })}
      <Time value={at} />
    </>
  );
}
