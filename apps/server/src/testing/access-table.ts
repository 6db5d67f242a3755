/** Who calls, in the order of the table's columns. */
export const callers = [
  'nobody',
  'reader token',
  'keys:resolve token',
  'normal admin',
  'super admin',
  'super’s reader token',
] as const;

const nobody = 'UNAUTHENTICATED';
export const scope = 'SCOPE_MISSING';
export const forbidden = 'FORBIDDEN';
type Row = [string, string, string, string, string, string];

const everyone: Row = ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'];
const readers: Row = [nobody, 'ok', scope, 'ok', 'ok', 'ok'];
const admins: Row = [nobody, scope, scope, 'ok', 'ok', scope];
const superAdmins: Row = [nobody, scope, scope, forbidden, 'ok', scope];

/** Every procedure of the system and who may call it. A new procedure needs a line here. */
export const accessTable: Record<string, Row> = {
  'admins.bulkUpdate': superAdmins,
  'admins.create': superAdmins,
  'admins.delete': superAdmins,
  'admins.deletionImpact': superAdmins,
  'admins.get': superAdmins,
  'admins.invite': superAdmins,
  'admins.list': superAdmins,
  'admins.revokeSession': superAdmins,
  'admins.sessions': superAdmins,
  'admins.update': superAdmins,
  'audit.get': [nobody, scope, scope, 'NOT_FOUND', 'ok', scope], // an entry of somebody else’s
  'audit.list': admins,
  'audit.newer': admins,
  'audit.verify': superAdmins,
  'audit.verifyStatus': superAdmins,
  'auth.acceptInvite': everyone,
  'auth.changePassword': admins,
  'auth.login': everyone,
  'auth.logout': admins,
  'auth.me': readers,
  'auth.preferences': admins,
  'auth.revokeOtherSessions': admins,
  'auth.revokeSession': [nobody, scope, scope, 'ok', 'NOT_FOUND', scope], // the normal admin's own
  'auth.sessions': admins,
  'auth.updatePreferences': admins,
  'auth.updateProfile': admins,
  'keys.explain': readers,
  'keys.resolve': [nobody, scope, 'ok', 'TOKEN_REQUIRED', 'TOKEN_REQUIRED', scope],
  'models.bulkDelete': superAdmins,
  'models.bulkUpdate': superAdmins,
  'models.byCapability': readers,
  'models.byProvider': readers,
  'models.create': superAdmins,
  'models.delete': superAdmins,
  'models.get': readers,
  'models.list': readers,
  'models.matching': readers,
  'models.providerCounts': readers,
  'models.update': superAdmins,
  'providers.active': readers,
  'providers.bulkUpdate': superAdmins,
  'providers.bySlug': readers,
  'providers.catalogue': superAdmins,
  'providers.create': superAdmins,
  'providers.delete': superAdmins,
  'providers.deletionImpact': superAdmins,
  'providers.get': readers,
  'providers.list': readers,
  'providers.previewAccess': superAdmins,
  'providers.reorder': superAdmins,
  'providers.update': superAdmins,
  'settings.dismissLimitRequest': superAdmins,
  'settings.forAdmin': superAdmins,
  'settings.forProvider': superAdmins,
  'settings.grantLimitRequest': superAdmins,
  'settings.mine': readers,
  'settings.requestLimit': admins,
  'settings.resetUsage': superAdmins,
  'settings.setLimit': superAdmins,
  'settings.setLimits': superAdmins,
  'settings.update': admins,
  'system.dashboard': admins,
  'system.rotateKeys': superAdmins,
  'system.settings': superAdmins,
  'system.setup': ['SETUP_DONE', 'SETUP_DONE', 'SETUP_DONE', 'SETUP_DONE', 'SETUP_DONE', 'SETUP_DONE'],
  'system.setupChecks': ['SETUP_DONE', 'SETUP_DONE', 'SETUP_DONE', 'SETUP_DONE', 'SETUP_DONE', 'SETUP_DONE'],
  'system.setupStatus': everyone,
  'system.status': superAdmins,
  'system.update': superAdmins,
  'tokens.create': admins,
  'tokens.list': admins,
  'tokens.revoke': admins,
  'tokens.rotate': [nobody, scope, scope, 'ok', forbidden, scope], // the normal admin’s own
  'tokens.update': [nobody, scope, scope, 'ok', forbidden, scope],
  'usage.ledger': admins,
  'usage.record': admins,
  'usage.refund': admins,
  'usage.reserve': admins,
  'usage.series': admins,
  'usage.settle': admins,
  'usage.summary': admins,
};
