import { up as registry } from './0001-registry.js';
import { up as access } from './0002-access.js';
import { up as usage } from './0003-usage.js';
import { up as preferences } from './0004-preferences.js';
import { up as usageDays } from './0005-usage-days.js';
import { up as invites } from './0006-invites.js';
import { up as tokenLimits } from './0007-token-limits.js';
import { up as limitRequests } from './0008-limit-requests.js';
import { up as latencyBuckets } from './0009-latency-buckets.js';
import { up as raisedLimits } from './0010-raised-limits.js';
import { up as roomInTheLedger } from './0011-room-in-the-ledger.js';
import { up as auditUserAgent } from './0012-audit-user-agent.js';
import { up as oneCheckEach } from './0013-one-check-each.js';
import { up as pendingWithoutExpiryIndex } from './0014-pending-without-expiry-index.js';
import { up as failuresByStatus } from './0015-failures-by-status.js';
import { up as decisionRevision } from './0016-decision-revision.js';

/** Every migration, in the order in which it runs. A name is never changed once it has been released. */
export const migrations: readonly { name: string; up: string }[] = [
  { name: '0001-registry', up: registry },
  { name: '0002-access', up: access },
  { name: '0003-usage', up: usage },
  { name: '0004-preferences', up: preferences },
  { name: '0005-usage-days', up: usageDays },
  { name: '0006-invites', up: invites },
  { name: '0007-token-limits', up: tokenLimits },
  { name: '0008-limit-requests', up: limitRequests },
  { name: '0009-latency-buckets', up: latencyBuckets },
  { name: '0010-raised-limits', up: raisedLimits },
  { name: '0011-room-in-the-ledger', up: roomInTheLedger },
  { name: '0012-audit-user-agent', up: auditUserAgent },
  { name: '0013-one-check-each', up: oneCheckEach },
  { name: '0014-pending-without-expiry-index', up: pendingWithoutExpiryIndex },
  { name: '0015-failures-by-status', up: failuresByStatus },
  { name: '0016-decision-revision', up: decisionRevision },
];
