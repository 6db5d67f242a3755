import { trpc } from '../../api/trpc.js';

/** The caller's standing with every active provider. */
export const useMyKeys = () => trpc.settings.mine.useQuery();

/** Asked anew each time: keys and switches change elsewhere too. */
export const useExplanation = (provider: string) => trpc.keys.explain.useQuery({ provider }, { staleTime: 0 });
