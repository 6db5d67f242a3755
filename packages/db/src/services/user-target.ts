import type { AuditTarget } from '../audit/audited.js';
import type { User } from '../models/user.js';

/** How an audit row names an account. */
export function userTarget(user: User): AuditTarget {
  return { type: 'user', publicId: user.publicId, label: user.email };
}
