import type { AdminInvite } from '@ai-providers/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/Dialog.js';
import { InviteForm } from './InviteForm.js';
import { InviteLink } from './InviteLink.js';

/** Asks whom to invite, and shows the link that was made: once. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('admins');
  const [made, setMade] = useState<{ invite: AdminInvite; email: string } | null>(null);
  if (made) return <InviteLink {...made} onClose={onClose} />;
  return (
    <Dialog title={t('invite.title')} onClose={onClose}>
      <InviteForm onInvited={(invite, email) => setMade({ invite, email })} onClose={onClose} />
    </Dialog>
  );
}
