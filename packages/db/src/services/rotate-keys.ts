import { audited, bySystem, type AuditOrigin } from '../audit/audited.js';
import { portsOf } from '../ports.js';
import { renewCheck } from '../secrets-check.js';
import {
  conditionOf,
  countSecrets,
  openToken,
  reloadSecret,
  replaceSecret,
  requireRightKey,
  secretsAfter,
  secretsConnection,
  storedSecrets,
  type SecretCondition,
  type StoredSecret,
} from './stored-secrets.js';

/** A stored key that rotation left as it is, and why. */
export interface LeftSecret extends Pick<StoredSecret, 'label' | 'provider' | 'admin'> {
  condition: Exclude<SecretCondition, 'readable'>;
}

export interface KeyCounts {
  /** Usable secrets by the id of the key that they are encrypted with. */
  byKey: Record<string, number>;
  left: LeftSecret[];
  /** Secrets that would be lost with the older keys. */
  underOlderKeys: number;
}

export interface RotationResult extends KeyCounts {
  /** Secrets that this run wrote anew. */
  changed: number;
  /** The id of the key that writes. */
  keyId: string;
}

interface Options {
  onProgress?: (done: number, total: number) => void;
}

/**
 * Encrypts every stored key with the first SECRET_KEY and binds it under it. Made to run while servers work: each row
 * is written by itself and only if nobody changed it meanwhile, so that a run can be killed at any moment and the next
 * one goes on. The check row moves last, once no secret needs an older key.
 * @throws DomainError `ENCRYPTION_KEY_MISMATCH`, having changed nothing
 */
export async function rotateKeys({ onProgress }: Options = {}): Promise<RotationResult> {
  await requireRightKey();
  const total = await countSecrets();
  let [changed, done] = [0, 0];
  for await (const batch of storedSecrets()) {
    for (const secret of batch) {
      if (await rotateOne(secret)) changed += 1;
      done += 1;
      onProgress?.(done, Math.max(done, total));
    }
  }
  const counts = await countByKey();
  const result = { ...counts, changed, keyId: portsOf(secretsConnection()).secrets.keyId };
  await finish(result, bySystem);
  return result;
}

/** What one call of many did. */
export interface RotationPart {
  done: number;
  total: number;
  changed: number;
  /** Where the next part begins; null after the last. */
  through: string | null;
  left: LeftSecret[];
}

/**
 * A part of `rotateKeys`, so that no call lasts as long as there are keys. Each that did something has its audit row,
 * and so has the last of a run. @throws DomainError `ENCRYPTION_KEY_MISMATCH`
 */
export async function rotateKeysPart(after: string | null, count: number, by: AuditOrigin): Promise<RotationPart> {
  await requireRightKey();
  const total = await countSecrets();
  const { secrets, through } = await secretsAfter(after, count);
  let changed = 0;
  for (const secret of secrets) if (await rotateOne(secret)) changed += 1;
  if (changed > 0 || through === null) {
    const counts = await countByKey();
    await finish({ ...counts, changed, keyId: portsOf(secretsConnection()).secrets.keyId }, by);
  }
  return { done: secrets.length, total, changed, through, left: secrets.flatMap((secret) => leftOf(secret) ?? []) };
}

/** Which key every stored secret is encrypted with. */
export async function countByKey(): Promise<KeyCounts> {
  const { secrets } = portsOf(secretsConnection());
  const byKey = Object.fromEntries(secrets.keyIds.map((id) => [id, 0]));
  const counts: KeyCounts = { byKey, left: [], underOlderKeys: 0 };
  for await (const batch of storedSecrets()) {
    for (const secret of batch) {
      const left = leftOf(secret);
      const keyId = secrets.keyIdOf(secret.token);
      if (left) counts.left.push(left);
      else if (keyId) byKey[keyId] = (byKey[keyId] ?? 0) + 1;
      if ((!left || left.condition === 'unbound') && !isCurrent(secret)) counts.underOlderKeys += 1;
    }
  }
  return counts;
}

/** Null for one that can be used. */
function leftOf(secret: StoredSecret): LeftSecret | null {
  const condition = isHollow(secret) ? 'unreadable' : conditionOf(secret);
  const { label, provider, admin } = secret;
  return condition === 'readable' ? null : { label, provider, admin, condition };
}

async function rotateOne(secret: StoredSecret): Promise<boolean> {
  // Whoever changed the row meanwhile has won; what they wrote may need an older key, too.
  for (let current: StoredSecret | null = secret; current; current = await reloadSecret(current)) {
    const renewed = renew(current);
    if (!renewed) return false;
    if (await replaceSecret(current, renewed)) return true;
  }
  return false;
}

/** The same key under the first SECRET_KEY; null where that is so already, or cannot be done. */
function renew(secret: StoredSecret): { token: string; binding: string } | null {
  const { secrets } = portsOf(secretsConnection());
  if (conditionOf(secret) !== 'readable' || isCurrent(secret)) return null;
  const plaintext = openToken(secret.token);
  if (plaintext === null) return null;
  const token = secrets.keyIdOf(secret.token) === secrets.keyId ? secret.token : secrets.seal(plaintext);
  return { token, binding: secrets.bind(secret.place, token) };
}

/** Whether a secret needs no key but the first, neither to open nor to be bound. */
function isCurrent({ token, binding, place }: StoredSecret): boolean {
  const { secrets } = portsOf(secretsConnection());
  if (secrets.keyIdOf(token) !== secrets.keyId) return false;
  return binding === null || binding === secrets.bind(place, token);
}

/** A token of ours with nothing in it. Only those that rotation did not renew are opened to see. */
const isHollow = (secret: StoredSecret): boolean => !isCurrent(secret) && openToken(secret.token) === null;

async function finish({ changed, left, underOlderKeys, keyId }: RotationResult, by: AuditOrigin): Promise<void> {
  await audited(by, async () => {
    if (underOlderKeys === 0) await renewCheck(secretsConnection());
    const facts = { changed, left: left.length, underOlderKeys, keyId };
    const changes = Object.entries(facts).map(([field, to]) => ({ field, to }));
    return [undefined, { action: 'keys.rotate', target: { type: 'system', publicId: null, label: 'keys' }, changes }];
  });
}
