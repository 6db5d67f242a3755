import { useDebouncedValue } from '@mantine/hooks';
import { IconCpu, IconPlugConnected } from '@tabler/icons-react';
import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { trpc } from '../api/trpc.js';
import { toAsciiDigits } from '../i18n/digits.js';
import { shareRows, type PaletteGroup } from './palette-items.js';

const pauseMs = 200;
const rows = 8;

/** Providers and models that the server finds; it shows each admin only what they may see. */
export function useRecordSearch(query: string): { groups: PaletteGroup[]; isLoading: boolean } {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const typed = toAsciiDigits(query).trim().slice(0, 100);
  const [search] = useDebouncedValue(typed, pauseMs);
  const input = { search, pageSize: rows };
  const options = { enabled: search !== '', placeholderData: keepPreviousData, meta: { handlesError: true } };
  const providers = trpc.providers.list.useQuery(input, options);
  const models = trpc.models.list.useQuery(input, options);
  const found = shareRows(providers.data?.items ?? [], models.data?.items ?? [], rows);
  const toProvider = ({ publicId, displayName, slug }: (typeof found.providers)[number]) => ({
    id: `provider-${publicId}`,
    label: displayName,
    detail: slug,
    names: [],
    icon: IconPlugConnected,
    run: () => void navigate({ to: '/providers/$slug', params: { slug } }),
  });
  const toModel = ({ publicId, displayName, modelId }: (typeof found.models)[number]) => ({
    id: `model-${publicId}`,
    label: displayName,
    detail: modelId,
    names: [],
    icon: IconCpu,
    run: () => void navigate({ to: '/models', search: { model: publicId } }),
  });
  const groups = [
    { id: 'providers', label: t('nav.providers'), items: found.providers.map(toProvider) },
    { id: 'models', label: t('nav.models'), items: found.models.map(toModel) },
  ].filter(({ items }) => items.length > 0);
  const isLoading = typed !== '' && (typed !== search || providers.isFetching || models.isFetching);
  return { groups: typed === '' ? [] : groups, isLoading };
}
