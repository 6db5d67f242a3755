export { decideKey, refusalSentences, type KeyFacts, type StoredKey } from './access/decide-key.js';
export {
  audited,
  bySystem,
  recordAudit,
  type AuditFacts,
  type AuditOrigin,
  type RequestOrigin,
} from './audit/audited.js';
export type { RegistryCache } from './cache/cache.js';
export type { Database } from './database.js';
export {
  dataVariables,
  EnvError,
  providerKeysIn,
  readVariables,
  type DataEnvironment,
} from './environment/data-environment.js';
export { operatorMessage } from './environment/operator-message.js';
export { openData, type OpenData } from './environment/open-data.js';
export { secretKeyFor } from './environment/secret-key.js';
export { DomainError, fromDatabase, notFound } from './errors.js';
export { silentLog, type Log } from './log.js';
export { migrate, pendingMigrations } from './migrate.js';
export { AdminProviderSettings } from './models/admin-provider-settings.js';
export { AIModel } from './models/ai-model.js';
export { AIProvider } from './models/ai-provider.js';
export { ApiToken } from './models/api-token.js';
export { AuditEntry } from './models/audit-entry.js';
export type { LimitRequest } from './models/limit-request.js';
export { Session } from './models/session.js';
export { User } from './models/user.js';
export { lastDayBefore } from './day.js';
export { startOfNextMonth } from './month.js';
export { checkSecrets, secretsState, type SecretsState } from './secrets-check.js';
export type { SecretBox } from './secrets/index.js';
export { knownProviders } from './seed/known-providers.js';
export { seed, seedIfFresh, type SeedOptions, type SeedResult } from './seed/seed.js';
export { standingsOf, type AdminStanding } from './services/admin-standings.js';
export { changePassword, createAdmin, createFirstAdmin, updateAdmin } from './services/admins.js';
export {
  createApiToken,
  findApiToken,
  findTokenWithOwner,
  noteTokenUse,
  type MadeToken,
} from './services/api-tokens.js';
export { revokeApiToken, rotateApiToken, updateApiToken } from './services/change-api-token.js';
export { createModel } from './services/create-model.js';
export { createProvider } from './services/create-provider.js';
export { adminImpactOf, deleteAdmin } from './services/delete-admin.js';
export { deleteModel } from './services/delete-model.js';
export { deleteProvider, impactOf } from './services/delete-provider.js';
export { acceptInvite, createInvitedAdmin, findInvited, inviteAgain, type Invitation } from './services/invites.js';
export { installation, type Installation } from './services/installation.js';
export {
  dismissLimitRequest,
  findLimitRequest,
  grantLimitRequest,
  requestLimit,
  type OpenLimitRequest,
} from './services/limit-requests.js';
export { findBulkAdmins, listAdmins } from './services/list-admins.js';
export { listApiTokens } from './services/list-api-tokens.js';
export { referencesOf, type AuditReferences } from './services/audit-references.js';
export { countNewerAudit, findAuditEntry, listAudit } from './services/list-audit.js';
export { countModelsByProvider, findModelFor, listModels } from './services/list-models.js';
export { listProviderSettings } from './services/list-provider-settings.js';
export { countModels, listProviders, type ModelCounts, type Scope } from './services/list-providers.js';
export { findSessionWithOwner, listSessions, revokeOtherSessions, revokeSession } from './services/own-sessions.js';
export { previewAccess } from './services/preview-access.js';
export { previewDisable } from './services/preview-disable.js';
export type { NearLimit } from './services/near-limits.js';
export { ownStepsOf } from './services/own-steps.js';
export { updatePreferences, updateProfile } from './services/profile.js';
export { explainKey, resolveKey, type ResolvedKey } from './services/resolve-key.js';
export { closeSession, findSession, openSession, sessionLife } from './services/sessions.js';
export { setLimitForAdmins, setLimitForProviders } from './services/set-limits.js';
export { findSettings, listSettings, resetUsage, setLimit, updateOwnSettings } from './services/settings.js';
export { rotateKeysPart, type RotationPart } from './services/rotate-keys.js';
export { systemSettings, updateSystemSettings } from './services/system-settings.js';
export { setupFacts, type SetupFacts } from './setup-facts.js';
export { systemStatus, type SystemStatus } from './services/system-status.js';
export { updateAdmins } from './services/update-admins.js';
export { updateModel } from './services/update-model.js';
export { reorderProvider } from './services/reorder-provider.js';
export { updateProvider } from './services/update-provider.js';
export { deleteModels, findBulkModels, partOfModels, updateModels } from './services/update-models.js';
export { findBulkProviders, updateProviders } from './services/update-providers.js';
export { verifyAudit, type AuditProblem, type AuditVerdict } from './services/verify-audit.js';
export { verifyAuditPart, verifyLatestAudit, type AuditPart } from './services/verify-audit-part.js';
export { readState, writeState } from './system-state.js';
export { expireReservations } from './usage/expire-reservations.js';
export { monthSoFar, type MonthSoFar } from './usage/month-so-far.js';
export { noteUsageDrift } from './usage/noted-drift.js';
export { pruneLedger } from './usage/prune-ledger.js';
export { recordUsage } from './usage/record-usage.js';
export { recountUsage } from './usage/recount-usage.js';
export { reservationTtlMs, reserveUsage } from './usage/reserve-usage.js';
export { rollUpUsage } from './usage/roll-up.js';
export { refundUsage, settleUsage } from './usage/settle-usage.js';
export { unrolledUsage, type UnrolledUsage } from './usage/unrolled-usage.js';
export type { UsageCell, UsageSums } from './usage/usage-cells.js';
export type { UsageView } from './usage/usage-view.js';
export { usageDrift, type UsageDrift } from './usage/usage-drift.js';
export { listUsage, type UsageEntryRow } from './usage/usage-entries.js';
export { usageSeries, usageSummary, type UsageSeriesOf, type UsageSummaryOf } from './usage/usage-queries.js';
export type { UsageRange } from './usage/usage-range.js';
