/** What each scope is called among the strings, where a colon would name a file. */
export const scopeWords = {
  'registry:read': 'registryRead',
  'usage:write': 'usageWrite',
  'keys:resolve': 'keysResolve',
  admin: 'admin',
} as const;
