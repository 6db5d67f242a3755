import { errorDataOf } from '../../api/error-message.js';
import { meOptions } from '../../api/me.js';
import { api } from '../../api/trpc.js';

/** Who is signed in and what they may do; null when nobody is. Asked once for several that wait. */
export async function loadSession() {
  try {
    return await api.auth.me.ensureData(undefined, meOptions);
  } catch (error) {
    if (errorDataOf(error)?.reason === 'UNAUTHENTICATED') return null;
    throw error;
  }
}

/** Whether this installation still waits for its first super admin. */
export async function isSetupRequired(): Promise<boolean> {
  const { required } = await api.system.setupStatus.fetch(undefined, { staleTime: 0 });
  return required;
}
