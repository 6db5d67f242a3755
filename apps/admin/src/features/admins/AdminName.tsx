import type { AdminOutput } from '@ai-providers/contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/me.js';
import { Initials } from '../../components/Initials.js';
import { Ltr } from '../../components/Ltr.js';
import { TextLink } from '../../components/links.js';
import classes from './Admins.module.css';

export const nameOf = ({ name, email }: Pick<AdminOutput, 'name' | 'email'>): string => name || email;

/** The name that leads to the account, and below it the email to sign in with. */
export function AdminName({ admin }: { admin: Pick<AdminOutput, 'publicId' | 'name' | 'email'> }) {
  const { t } = useTranslation('admins');
  const isMe = useMe().data?.user.publicId === admin.publicId;
  return (
    <div className={classes.name}>
      <Initials name={nameOf(admin)} />
      <div className={classes.words}>
        <TextLink to="/admins/$id" params={{ id: admin.publicId }}>
          {admin.name === '' ? <Ltr>{admin.email}</Ltr> : <bdi>{admin.name}</bdi>}
        </TextLink>
        {isMe && (
          <Text span size="xs" c="dimmed">
            {' '}
            {t('list.you')}
          </Text>
        )}
        {admin.name !== '' && (
          <Text size="xs" c="dimmed">
            <Ltr>{admin.email}</Ltr>
          </Text>
        )}
      </div>
    </div>
  );
}
