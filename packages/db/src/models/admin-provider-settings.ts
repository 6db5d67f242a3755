import { randomUUID } from 'node:crypto';
import { DataTypes, type CreationOptional, type NonAttribute, type Optional, type Sequelize } from 'sequelize';
import type { KeyDecision, KeySource } from '@ai-providers/contracts';
import { decideKey, refusalSentences, type KeyFacts, type StoredKey } from '../access/decide-key.js';
import { readDefaultLimit } from '../default-limit.js';
import { DomainError, notFound } from '../errors.js';
import { EncryptedAPIKeyMixin, encryptedKeyColumns, installKeyBinding } from '../mixins/encrypted-api-key.js';
import { portsOf } from '../ports.js';
import { startOfMonth } from '../month.js';
import { admit } from '../usage/admission.js';
import { limitAt, raiseAt, type Raise } from '../usage/limit-in-force.js';
import { limitReached } from '../usage/limit-reached.js';
import { resetMonth } from '../usage/reset-month.js';
import type { AIProvider } from './ai-provider.js';
import { BaseModel, baseColumns, type BaseAttributes } from './base-model.js';
import type { LimitRequest } from './limit-request.js';
import type { User } from './user.js';

/** Where nobody has set another. */
export const defaultMonthlyLimit = 1000;

export interface AdminProviderSettingsAttributes extends BaseAttributes {
  adminId: string;
  providerId: string;
  /** '' or a Fernet token. Plaintext assigned here is sealed by the setter. */
  personalApiKey: CreationOptional<string>;
  personalApiKeyLast4: CreationOptional<string | null>;
  personalApiKeyBinding: CreationOptional<string | null>;
  personalApiKeyUpdatedAt: CreationOptional<Date | null>;
  useSharedApi: CreationOptional<boolean>;
  /** Requests in a UTC month: null for no limit, 0 for none allowed. */
  monthlyLimit: CreationOptional<number | null>;
  /** A higher limit that holds until `raisedUntil`; read both through `raiseAt`. */
  raisedLimit: CreationOptional<number | null>;
  raisedUntil: CreationOptional<Date | null>;
  /** Counts the month of `usagePeriod` only; read it through `usageThisMonth`. */
  monthlyUsage: CreationOptional<number>;
  /** The first day of a UTC month, as YYYY-MM-DD. */
  usagePeriod: CreationOptional<string | null>;
  totalRequests: CreationOptional<string>;
  lastUsedAt: CreationOptional<Date | null>;
}
type SettingsCreation = Optional<
  AdminProviderSettingsAttributes,
  Exclude<keyof AdminProviderSettingsAttributes, 'adminId' | 'providerId'>
>;

/** One admin's own key, choice and limit for one provider. */
export class AdminProviderSettings extends EncryptedAPIKeyMixin(
  BaseModel<AdminProviderSettingsAttributes, SettingsCreation>,
  {
    attribute: 'personalApiKey',
    place: (row) => [
      'admin_provider_settings',
      String(row.getDataValue('adminId')),
      String(row.getDataValue('providerId')),
    ],
  },
) {
  declare adminId: string;
  declare providerId: string;
  declare personalApiKey: CreationOptional<string>;
  declare useSharedApi: CreationOptional<boolean>;
  declare monthlyLimit: CreationOptional<number | null>;
  declare raisedLimit: CreationOptional<number | null>;
  declare raisedUntil: CreationOptional<Date | null>;
  declare monthlyUsage: CreationOptional<number>;
  declare usagePeriod: CreationOptional<string | null>;
  declare totalRequests: CreationOptional<string>;
  declare lastUsedAt: CreationOptional<Date | null>;
  declare admin?: NonAttribute<User>;
  declare provider?: NonAttribute<AIProvider>;
  /** The higher limit that this admin waits for, where it was loaded. */
  declare limitRequest?: NonAttribute<LimitRequest | null>;

  // finders

  /** The stored settings, or unsaved ones with every default: reading never writes. Both sides come attached. */
  static async findOrBuildFor(admin: User, provider: AIProvider): Promise<AdminProviderSettings> {
    const settings = await this.findOne({ where: { adminId: admin.id, providerId: provider.id } });
    return settings?.attach(admin, provider) ?? this.buildFor(admin, provider, await this.defaultLimit());
  }

  /** Unsaved settings with every default. */
  static buildFor(admin: User, provider: AIProvider, monthlyLimit: number | null): AdminProviderSettings {
    return this.build({ adminId: admin.id, providerId: provider.id, monthlyLimit }).attach(admin, provider);
  }

  /** The limit of settings that are not stored yet. */
  static defaultLimit(): Promise<number | null> {
    if (!this.sequelize) throw new Error('This model is not bound to a database: call createDatabase first');
    return readDefaultLimit(this.sequelize);
  }

  /** Stores a row where there is none. Two first writers at once: both find the one that the unique pair allows. */
  static async ensureStored(pair: { adminId: string; providerId: string }): Promise<void> {
    const monthlyLimit = await this.defaultLimit();
    await this.bulkCreate([{ ...pair, monthlyLimit }], { ignoreDuplicates: true });
  }

  // behaviour

  /** Hangs the loaded admin and provider on the row, for the questions that need all three. */
  attach(admin: User, provider: AIProvider): this {
    this.admin = admin;
    this.provider = provider;
    return this;
  }

  /** Which key this admin would get now, or if some facts were others, and which rule said so. Needs both sides attached. */
  explainKey(whatIf: Partial<KeyFacts> = {}): KeyDecision {
    const { admin, provider } = this.sides();
    return decideKey({
      accountActive: admin.isActive,
      superAdmin: admin.isSuper,
      providerActive: provider.isActive,
      useSharedApi: this.useSharedApi,
      allowPersonalKeys: provider.allowPersonalKeys,
      allowSharedForNormalAdmins: provider.allowSharedForNormalAdmins,
      sharedKey: stateOf(provider),
      personalKey: stateOf(this),
      ...whatIf,
    });
  }

  /** The key this admin may use for this provider, in clear. @throws DomainError with the refusal as its reason */
  getApiKey(): string {
    const { allowed, source, code } = this.explainKey();
    if (!allowed && code) throw new DomainError(code, refusalSentences[code]);
    return source === 'shared' ? this.sides().provider.getSharedApiKey() : this.openStoredKey();
  }

  /** Whether the rules let this admin use a kind of key at all, stored or not. */
  mayUse(source: KeySource): boolean {
    const { admin, provider } = this.sides();
    return admin.isSuper || (source === 'shared' ? provider.allowSharedForNormalAdmins : provider.allowPersonalKeys);
  }

  /** Requests counted in the current UTC month; also where the clock was set back behind the row's. */
  get usageThisMonth(): number {
    const { now } = portsOf(this.sequelize);
    return this.usagePeriod !== null && this.usagePeriod >= startOfMonth(now()) ? this.monthlyUsage : 0;
  }

  raiseAt(moment: Date): Raise | null {
    return raiseAt(this, moment);
  }

  limitAt(moment: Date): number | null {
    return limitAt(this, moment);
  }

  /** The limit that holds now. */
  get limitNow(): number | null {
    return this.limitAt(portsOf(this.sequelize).now());
  }

  /** Whether the month has no room for another request, as of when this row was read. Only a count decides. */
  hasReachedLimit(): boolean {
    const limit = this.limitNow;
    return limit !== null && this.usageThisMonth >= limit;
  }

  /** Whether a limit would give more room than the one that holds. */
  isHigherLimit(limit: number | null): boolean {
    const held = this.limitNow;
    return held !== null && (limit === null || limit > held);
  }

  /** Whether four fifths of the month's limit or more are used; where none is allowed nothing can be. */
  isNearLimit(): boolean {
    const limit = this.limitNow;
    return !!limit && this.usageThisMonth * 5 >= limit * 4;
  }

  /** Counts one request here, without asking for a key. @throws DomainError `MONTHLY_LIMIT_REACHED` */
  async incrementUsage(): Promise<void> {
    await this.makeStored();
    const at = portsOf(this.sequelize).now();
    const counted = await admit(this.sequelize, { ...ofThisRow, ...this.place(), reservedAt: at, expiresAt: at });
    if (counted.outcome === 'stale') throw notFound(); // the row was deleted meanwhile
    if (counted.outcome === 'full') throw limitReached(counted, at);
    await this.reload({ attributes: ['monthlyUsage', 'usagePeriod', 'totalRequests', 'lastUsedAt'] });
  }

  /** Starts the month again at 0. @returns what had been counted */
  async resetMonthlyUsage(): Promise<number> {
    if (this.isNewRecord) return 0;
    const at = portsOf(this.sequelize).now();
    const taken = await resetMonth(this.sequelize, { settingsId: this.id, period: startOfMonth(at), at });
    await this.reload({ attributes: ['monthlyUsage', 'usagePeriod'] });
    return taken;
  }

  private async makeStored(): Promise<void> {
    if (!this.isNewRecord) return;
    const pair = { adminId: this.adminId, providerId: this.providerId };
    await AdminProviderSettings.ensureStored(pair);
    const { id, publicId } = await AdminProviderSettings.findOne({ where: pair, rejectOnEmpty: true });
    this.set({ id, publicId }, { raw: true });
    this.isNewRecord = false;
  }

  private place() {
    return { settingsId: this.id, adminId: this.adminId, requestId: randomUUID() };
  }

  private sides(): { admin: User; provider: AIProvider } {
    if (!this.admin || !this.provider) throw new Error('Attach the admin and the provider first');
    return { admin: this.admin, provider: this.provider };
  }
}

/** A count that names no model and rests on no decision: its key is the one that the row chooses. */
const ofThisRow = {
  decisionStamp: null,
  providerSlug: null,
  modelId: null,
  modelName: null,
  priceInput: null,
  priceOutput: null,
  priceFrom: null,
  keySource: null,
  state: 'settled' as const,
};

function stateOf(row: { hasStoredKey: boolean; isStoredKeyReadable(): boolean }): StoredKey {
  if (!row.hasStoredKey) return 'absent';
  return row.isStoredKeyReadable() ? 'readable' : 'unreadable';
}

export function initAdminProviderSettings(sequelize: Sequelize): void {
  AdminProviderSettings.init(
    {
      ...baseColumns,
      adminId: { type: DataTypes.BIGINT, allowNull: false },
      providerId: { type: DataTypes.BIGINT, allowNull: false },
      ...encryptedKeyColumns('personalApiKey'),
      useSharedApi: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: true },
      monthlyLimit: { type: DataTypes.INTEGER, defaultValue: defaultMonthlyLimit },
      raisedLimit: { type: DataTypes.INTEGER, defaultValue: null },
      raisedUntil: { type: DataTypes.DATE, defaultValue: null },
      monthlyUsage: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
      usagePeriod: { type: DataTypes.DATEONLY },
      totalRequests: { type: DataTypes.BIGINT, allowNull: false, defaultValue: 0 },
      lastUsedAt: { type: DataTypes.DATE },
    },
    { sequelize, modelName: 'AdminProviderSettings', tableName: 'admin_provider_settings' },
  );
  installKeyBinding(AdminProviderSettings, 'personalApiKey');
}
