import type { KeySource } from '@ai-providers/contracts';

/** One request that asks to be counted. */
export interface AdmissionRequest {
  settingsId: string;
  adminId: string;
  /** What the decision on key and price was made on; null where none was asked for. */
  decisionStamp: string | null;
  requestId: string;
  /** As the decision knows it; the database's own where there was none. */
  providerSlug: string | null;
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
  decisionStamp: string;
  providerSlug: string;
  state: 'reserved';
}

export function isPlain(request: AdmissionRequest): request is PlainRequest {
  return request.decisionStamp !== null && request.providerSlug !== null && request.state === 'reserved';
}
