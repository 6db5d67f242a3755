/** Where the domain writes what an operator should know; `pino` fits. Fields never hold a secret or an instance. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** For commands and tests that want quiet. */
export const silentLog: Log = { info() {}, warn() {}, error() {} };
