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
  /** PostgreSQL `integer`. */
  int: 2_147_483_647,
} as const;
