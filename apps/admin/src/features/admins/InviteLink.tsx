import type { AdminInvite } from '@ai-providers/contracts';
import { Text } from '@mantine/core';
import { Trans, useTranslation } from 'react-i18next';
import { Ltr } from '../../components/Ltr.js';
import { ShowOnce } from '../../components/ShowOnce.js';
import { useFmt } from '../../i18n/fmt.js';

interface Props {
  invite: AdminInvite;
  email: string;
  onClose: () => void;
}

/** The one-time link, with the address of this installation before it. */
export function InviteLink({ invite, email, onClose }: Props) {
  const { t } = useTranslation('admins');
  const fmt = useFmt();
  return (
    <ShowOnce
      title={t('link.title')}
      label={t('link.label')}
      value={new URL(invite.link, window.location.origin).href}
      onDone={onClose}
    >
      <Text size="sm">
        <Trans t={t} i18nKey="link.text" values={{ email }} components={{ mail: <Ltr>{email}</Ltr> }} />{' '}
        {t('link.until', { date: fmt.absolute(invite.expiresAt) })}
      </Text>
    </ShowOnce>
  );
}
