import type { Sequelize } from 'sequelize';
import type { Crowd } from '../group-commit.js';
import { portsOf } from '../ports.js';

interface Lanes {
  lanes: number;
  crowd?: Crowd;
}

const known = new WeakMap<Sequelize, Lanes>();

/**
 * How the statements for several plain requests share a database. Two lanes keep a server busy while one of them waits
 * for its commit, and admissions go on while settlements do; the embedded database does one thing at a time.
 */
export function lanesOf(sequelize: Sequelize): Lanes {
  const lanes = known.get(sequelize) ?? (portsOf(sequelize).embedded ? { lanes: 1 } : { lanes: 2, crowd: { size: 0 } });
  known.set(sequelize, lanes);
  return lanes;
}
