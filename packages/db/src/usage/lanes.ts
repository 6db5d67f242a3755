import type { Crowd } from '../group-commit.js';
import { onePerDatabase } from '../per-database.js';
import { portsOf } from '../ports.js';

interface Lanes {
  lanes: number;
  crowd?: Crowd;
}

/**
 * How the statements for several plain requests share a database. Two lanes keep a server busy while one of them waits
 * for its commit, and admissions go on while settlements do; the embedded database does one thing at a time.
 */
export const lanesOf = onePerDatabase<Lanes>((sequelize) =>
  portsOf(sequelize).embedded ? { lanes: 1 } : { lanes: 2, crowd: { size: 0 } },
);
