import type { SessionOutput, SettingsOutput } from '@ai-providers/contracts';
import type { ComponentType } from 'react';

/** What other pages draw in the same way; the route passes it in. */
export interface AdminParts {
  /** The key that an admin's calls would use, and why. */
  KeyInWords: ComponentType<{ settings: SettingsOutput; admin: string }>;
  /** The newest entries of the audit log by one admin. */
  Activity: ComponentType<{ actor: string; count: number }>;
  SessionRow: ComponentType<{ session: SessionOutput; onRevoke: () => void }>;
}
