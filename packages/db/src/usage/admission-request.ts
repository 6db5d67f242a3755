import type { KeySource } from '@ai-providers/contracts';

/** One request that asks to be counted. */
export interface AdmissionRequest {
  settingsId: string;
  adminId: string;
  /** What the decision on the key was made on; null where none was asked for. */
  accountStamp: string | null;
  modelStamp: string | null;
  requestId: string;
  modelId: string | null;
  modelName: string | null;
  priceInput: string | null;
  priceOutput: string | null;
  priceFrom: string | null;
  keySource: KeySource | null;
  state: 'reserved' | 'settled';
  reservedAt: Date;
  expiresAt: Date;
}

/** A request that rests on a decision; most likely it is new and there is room for it. */
export interface PlainRequest extends AdmissionRequest {
  accountStamp: string;
  modelStamp: string;
  state: 'reserved';
}

export function isPlain(request: AdmissionRequest): request is PlainRequest {
  return request.accountStamp !== null && request.modelStamp !== null && request.state === 'reserved';
}
