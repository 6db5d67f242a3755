import { permissionsOf, type Actor } from './actor.js';

/** Whether the first page is about the whole installation, or about the caller. */
export function seesInstallation(actor: Actor): boolean {
  return permissionsOf(actor).includes('system.read');
}
