import type { Sequelize } from 'sequelize';
import type { RegistryCache } from './cache/cache.js';
import type { Log } from './log.js';
import type { SecretBox } from './secrets/secret-box.js';

/** What the models need from outside. */
export interface DatabasePorts {
  secrets: SecretBox;
  cache: RegistryCache;
  log: Log;
  /** Whether PostgreSQL runs inside of this process. */
  embedded: boolean;
  now(): Date;
}

const bound = new WeakMap<Sequelize, DatabasePorts>();

/** Gives a connection its ports, once. */
export function bindPorts(sequelize: Sequelize, ports: DatabasePorts): void {
  bound.set(sequelize, ports);
}

/** The ports of the connection that a model is bound to. */
export function portsOf(sequelize: Sequelize | undefined): DatabasePorts {
  const ports = sequelize && bound.get(sequelize);
  if (!ports) throw new Error('This model is not bound to a database: call createDatabase first');
  return ports;
}
