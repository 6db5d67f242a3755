import type { Capability, ModelListInput } from '@ai-providers/contracts';
import { createContext, useContext } from 'react';

/** What a list of models is narrowed to, and how it is ordered. */
export interface ModelsSearch {
  search?: string;
  provider?: string[];
  capability?: Capability[];
  /** `retiredActive`: shut down by their provider, and still offered here. */
  status?: 'active' | 'inactive' | 'retired' | 'retiredActive';
  /** US dollars per 1 million tokens. */
  maxIn?: string;
  maxOut?: string;
  /** Tokens. */
  minContext?: number;
  maxContext?: number;
  sort?: ModelListInput['sort'];
  page?: number;
  pageSize?: 25 | 100;
}

export interface Address extends ModelsSearch {
  /** The model whose panel is open. */
  model?: string;
}

interface Going {
  replace?: boolean;
  resetScroll?: boolean;
  ignoreBlocker?: boolean;
}

/** Where the list keeps what it shows: on the page of all models, or on the page of a provider. */
export interface ModelsAddress {
  now: Address;
  go: (change: (now: Address) => Address, options: Going) => void;
  /** What the address calls the open model. */
  param: string;
  /** The slug of the provider whose models these are; nobody chooses another one here. */
  provider?: string;
}

const Context = createContext<ModelsAddress | null>(null);

export const ModelsAddressProvider = Context.Provider;

export function useModelsAddress(): ModelsAddress {
  const address = useContext(Context);
  if (!address) throw new Error('a list of models without an address');
  return address;
}
