import type { ProviderFilter } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { trpc } from '../../api/trpc.js';
import { copyText } from '../../components/clipboard.js';
import type { Selection } from '../../components/selection.js';
import { toast } from '../../components/toast.js';

const pageSize = 100;

/** Copies the slugs of the selected rows, one a line, from all pages of the filter that they were selected under. */
export function useCopySlugs(filter: ProviderFilter) {
  const { t } = useTranslation('providers');
  const utils = trpc.useUtils();

  const everyMatch = async () => {
    const first = await utils.providers.list.fetch({ ...filter, pageSize });
    const found = [...first.items];
    for (let page = 2; found.length < first.total; page += 1) {
      const { items } = await utils.providers.list.fetch({ ...filter, pageSize, page });
      if (items.length === 0) break; // some were deleted meanwhile
      found.push(...items);
    }
    return found;
  };
  return async (selection: Selection) => {
    try {
      const slugs = (await everyMatch()).filter(({ publicId }) => selection.has(publicId)).map(({ slug }) => slug);
      copyText(slugs.join('\n'), t('bulk.copied', { count: slugs.length }));
    } catch (error) {
      toast.failure(failureOf(error));
    }
  };
}
