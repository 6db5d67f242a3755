import type { AuditAction } from '@ai-providers/contracts';
import type { LastChange } from '../components/MergeDialog.js';
import { useMe } from './me.js';
import { trpc } from './trpc.js';

/** Who changed a record last, and when, by the log; asked anew each time. */
export function useLastChange(target: string, action: AuditAction[]): LastChange | undefined {
  const log = trpc.audit.list.useQuery({ target, action, pageSize: 1 }, { staleTime: 0, gcTime: 0 });
  const me = useMe().data?.user.publicId;
  const [entry] = log.data?.items ?? [];
  if (!entry) return undefined;
  const { actor, occurredAt: at } = entry;
  return { name: actor.label, at, isOwn: me !== undefined && actor.publicId === me };
}
