import type { ProviderOutput } from '@ai-providers/contracts';

export type DetailTab = 'overview' | 'connection' | 'models' | 'key' | 'access' | 'usage' | 'config' | 'history';

const keepers: readonly DetailTab[] = ['overview', 'connection', 'models', 'access', 'usage', 'config', 'history'];
const readers: readonly DetailTab[] = ['overview', 'models', 'key', 'usage'];

/** What of a provider is open to the caller, as the server says it with the record. */
export const openTabs = (can: ProviderOutput['can']): readonly DetailTab[] => (can.update ? keepers : readers);
