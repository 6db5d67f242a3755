import type { Sequelize } from 'sequelize';
import { AdminProviderSettings, initAdminProviderSettings } from './admin-provider-settings.js';
import { AIModel, initAIModel } from './ai-model.js';
import { AIProvider, initAIProvider } from './ai-provider.js';
import { ApiToken, initApiToken } from './api-token.js';
import { initAuditEntry } from './audit-entry.js';
import { initInvite, Invite } from './invite.js';
import { initLimitRequest, LimitRequest } from './limit-request.js';
import { initSession, Session } from './session.js';
import { initUser, User } from './user.js';

/** Binds every model to a connection and ties them together. */
export function initModels(sequelize: Sequelize): void {
  initUser(sequelize);
  initAIProvider(sequelize);
  initAIModel(sequelize);
  initAdminProviderSettings(sequelize);
  initLimitRequest(sequelize);
  initSession(sequelize);
  initInvite(sequelize);
  initApiToken(sequelize);
  initAuditEntry(sequelize);

  AIModel.belongsTo(AIProvider, { as: 'provider', foreignKey: 'providerId' });
  AIProvider.hasMany(AIModel, { as: 'models', foreignKey: 'providerId' });
  AdminProviderSettings.belongsTo(User, { as: 'admin', foreignKey: 'adminId' });
  AdminProviderSettings.belongsTo(AIProvider, { as: 'provider', foreignKey: 'providerId' });
  AIProvider.hasMany(AdminProviderSettings, { as: 'settings', foreignKey: 'providerId' });
  LimitRequest.belongsTo(User, { as: 'admin', foreignKey: 'adminId' });
  LimitRequest.belongsTo(AIProvider, { as: 'provider', foreignKey: 'providerId' });
  Session.belongsTo(User, { as: 'user', foreignKey: 'userId' });
  Invite.belongsTo(User, { as: 'user', foreignKey: 'userId' });
  ApiToken.belongsTo(User, { as: 'user', foreignKey: 'userId' });
  ApiToken.belongsToMany(AIProvider, {
    as: 'providers',
    through: 'api_token_providers',
    foreignKey: 'tokenId',
    otherKey: 'providerId',
    timestamps: false,
  });
}
