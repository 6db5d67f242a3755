/** Every length and range that an input schema and a column share. */
export const limits = {
  providerName: 100,
  providerDisplayName: 150,
  slug: 100,
  modelName: 150,
  modelId: 200,
  modelDisplayName: 200,
  url: 2048,
  email: 254,
  userName: 150,
  passwordMin: 12,
  passwordMax: 256,
  tokenName: 100,
  /** Of a token: addresses or ranges that it may be used from. */
  tokenIps: 50,
  /** Of a token: providers that it may be limited to. */
  tokenProviders: 100,
  limitNote: 500,
  search: 100,
  /** Characters of a provider's API key, as typed. */
  secretMax: 4096,
  /** A secret shorter than this shows no last four characters. */
  secretPreviewMin: 12,
  configBytes: 32 * 1024,
  configDepth: 8,
  configKeys: 500,
  pageSizeDefault: 50,
  pageSizeMax: 100,
  /** Audit entries that one call verifies: some seconds at most. */
  auditPartMax: 10_000,
  /** Stored keys that one call encrypts anew: some seconds at most. */
  rotatePartMax: 500,
  /** PostgreSQL `integer`. */
  int: 2_147_483_647,
} as const;
