export { buildLimitRequest, buildModel, buildProvider, buildSession, buildUser } from './factories.js';
export { onServer } from './global-setup.js';
export { openTestDatabase, type TestDatabase, type TestDatabaseOptions } from './test-database.js';
