import { keepPreviousData } from '@tanstack/react-query';
import { trpc } from '../../api/trpc.js';

interface ProvidersSearch {
  search?: string;
  status?: 'active' | 'inactive';
  page?: number;
}

export const useProviders = ({ search, status, page }: ProvidersSearch) =>
  trpc.providers.list.useQuery(
    { search, isActive: status && status === 'active', page },
    { placeholderData: keepPreviousData },
  );
