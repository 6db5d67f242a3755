import { errorDataOf } from '../../api/error-message.js';
import { api, trpc } from '../../api/trpc.js';

const meOptions = { staleTime: 5 * 60_000, meta: { handlesError: true } };

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

/** The signed-in admin, inside the panel. */
export const useSession = () => trpc.auth.me.useQuery(undefined, meOptions);
