import { trpc } from '../../../api/trpc.js';

/** What is known of providers beforehand. */
export const useCatalogue = () => trpc.providers.catalogue.useQuery();
