import { hash, verify } from '@node-rs/argon2';

const argon2id = 2; // the package's own name for it is a const enum, which modules compiled alone cannot read

/** The least that OWASP recommends of argon2id: 19 MiB, two passes, one lane. */
const options = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export interface Passwords {
  hash(password: string): Promise<string>;
  matches(passwordHash: string, password: string): Promise<boolean>;
  /** Takes as long as `matches` and is never true: for an account that does not exist. */
  matchesNobody(password: string): Promise<false>;
}

export function createPasswords(): Passwords {
  const nobody = hash('no account has this password', options);
  const matchesNobody = async (password: string): Promise<false> => {
    await verify(await nobody, password, options);
    return false;
  };
  return {
    hash: (password) => hash(password, options),
    // An account may have been copied with a hash of another kind: no password fits it, after the same time.
    matches: (passwordHash, password) =>
      passwordHash.startsWith('$argon2') ? verify(passwordHash, password, options) : matchesNobody(password),
    matchesNobody,
  };
}
