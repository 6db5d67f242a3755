import type { AIModel, AIProvider, User } from '@ai-providers/db';

export const password = 'correct horse battery';
export const unknown = '00000000-0000-4000-8000-000000000000';
/** In everything secret that is sent; nothing of the audit log may hold it. */
export const canary = 'CANARY';

export type Input = Record<string, unknown>;
export interface Expected {
  action: string;
  target: string;
  /** The names of the changed fields, in any order. */
  fields: string[];
  good: () => Input | undefined | Promise<Input>;
  /** How many records a change of many changes here: each gets its row, and what is no change gets none. One elsewhere. */
  records?: number;
  /** An input that is refused after the caller was let in; null where there is none. */
  bad: Input | null;
}

/** What a test is about: made anew for each. */
export interface World {
  admin: User;
  other: User;
  provider: AIProvider;
  model: AIModel;
}

/** Mutations by their paths, over a world that is made anew for each. */
export type MutationsOf = (world: () => World) => Record<string, Expected>;
