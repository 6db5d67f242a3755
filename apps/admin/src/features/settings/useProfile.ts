import { secretMutation } from '../../api/query-client.js';
import { trpc } from '../../api/trpc.js';

/** The form shows what goes wrong. */
const shownInForm = { ...secretMutation, meta: { handlesError: true } };

export function useUpdateProfile() {
  const utils = trpc.useUtils();
  return trpc.auth.updateProfile.useMutation({ ...shownInForm, onSuccess: () => utils.auth.me.invalidate() });
}

export function useChangePassword() {
  const utils = trpc.useUtils();
  return trpc.auth.changePassword.useMutation({ ...shownInForm, onSuccess: () => utils.auth.invalidate() });
}

export const useSessions = () => trpc.auth.sessions.useQuery();

export function useRevokeSession() {
  const utils = trpc.useUtils();
  return trpc.auth.revokeSession.useMutation({
    meta: { handlesError: true }, // the dialog shows it
    onSettled: () => utils.auth.sessions.invalidate(),
  });
}

export function useRevokeOtherSessions() {
  const utils = trpc.useUtils();
  return trpc.auth.revokeOtherSessions.useMutation({
    meta: { handlesError: true }, // the dialog shows it
    onSettled: () => utils.auth.sessions.invalidate(),
  });
}
