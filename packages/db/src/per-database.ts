import type { Sequelize } from 'sequelize';

/** Something that each database has one of: it is made when it is first asked for, and goes when the connection goes. */
export function onePerDatabase<Value extends object>(
  make: (sequelize: Sequelize) => Value,
): (sequelize: Sequelize) => Value {
  const made = new WeakMap<Sequelize, Value>();
  return (sequelize) => {
    const known = made.get(sequelize);
    if (known) return known;
    const value = make(sequelize);
    made.set(sequelize, value);
    return value;
  };
}
