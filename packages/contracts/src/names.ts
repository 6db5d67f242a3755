// Fixed names, free of Zod: the panel's first load reads them without the weight of a validator.

/** What a model can do: a closed list, in the order in which it is shown. */
export const capabilities = [
  'chat',
  'image',
  'audio',
  'speech_to_text',
  'text_to_speech',
  'code',
  'embedding',
  'vision',
] as const;
export type Capability = (typeof capabilities)[number];

/** What a list of providers can be sorted by; `-name` sorts downwards. */
export const providerSortKeys = ['sortOrder', 'name', 'createdAt', 'updatedAt', 'lastUsedAt', 'totalRequests'] as const;

/** What a list of models can be sorted by. */
export const modelSortKeys = [
  'sortOrder',
  'name',
  'createdAt',
  'updatedAt',
  'pricingInput',
  'pricingOutput',
  'contextWindow',
  'maxTokens',
  'totalRequests',
] as const;
