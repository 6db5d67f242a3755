import type { AdminOutput } from '@ai-providers/contracts';
import { Suspense, useState, type ReactNode } from 'react';
import { lazyPart } from '../../components/lazy-part.js';
import { useSwitchAdmin } from './useAdminMutations.js';

// Not needed to read about an account.
const ChangeRole = lazyPart(async () => (await import('./ChangeRole.js')).ChangeRole);
const DisableAdmin = lazyPart(async () => (await import('./DisableAdmin.js')).DisableAdmin);
const DeleteAdmin = lazyPart(async () => (await import('./DeleteAdmin.js')).DeleteAdmin);
const InviteAgain = lazyPart(async () => (await import('./InviteAgain.js')).InviteAgain);

type Deed = 'role' | 'disable' | 'delete' | 'invite';

/** What is asked before something is done to an account, one dialog at a time. Enabling needs no question. */
export function useAccountDeeds(onDeleted?: () => void) {
  const switchAdmin = useSwitchAdmin();
  const [asking, setAsking] = useState<{ deed: Deed; admin: AdminOutput } | null>(null);
  const ask = (deed: Deed, admin: AdminOutput) => setAsking({ deed, admin });
  const toggle = (admin: AdminOutput) => {
    if (admin.isActive) ask('disable', admin);
    else {
      const { publicId, updatedAt: expectedUpdatedAt } = admin;
      switchAdmin.mutate({ publicId, patch: { isActive: true }, expectedUpdatedAt });
    }
  };
  const props = asking && { admin: asking.admin, onClose: () => setAsking(null) };
  const dialogs: ReactNode = (
    <Suspense>
      {props && asking.deed === 'role' && <ChangeRole {...props} />}
      {props && asking.deed === 'disable' && <DisableAdmin {...props} />}
      {props && asking.deed === 'delete' && <DeleteAdmin {...props} onDeleted={onDeleted} />}
      {props && asking.deed === 'invite' && <InviteAgain {...props} />}
    </Suspense>
  );
  return { ask, toggle, dialogs };
}
