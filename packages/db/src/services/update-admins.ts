import type { BulkResult } from '@ai-providers/contracts';
import type { AuditOrigin } from '../audit/audited.js';
import type { User } from '../models/user.js';
import { updateAdmin } from './admins.js';
import { inBulk } from './in-bulk.js';

/**
 * Switches accounts on or off. Those that are so already are left as they are.
 * @param assertMay throws for an account that the caller may not switch: the others are done all the same
 */
export function updateAdmins(
  admins: readonly User[],
  patch: { isActive: boolean },
  assertMay: (admin: User) => void,
  by: AuditOrigin,
): Promise<BulkResult[]> {
  return inBulk(admins, async (admin) => {
    if (admin.isActive === patch.isActive) return;
    assertMay(admin);
    await updateAdmin(admin.publicId, patch, by);
  });
}
