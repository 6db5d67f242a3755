import type { AuditEntryOutput } from '@ai-providers/contracts';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterBar } from '../../components/FilterBar.js';
import { lazyPart } from '../../components/lazy-part.js';
import { useFmt } from '../../i18n/fmt.js';
import { AuditFilterFields } from './AuditFilterFields.js';
import { useActiveFilters } from './useActiveFilters.js';
import { useAuditSearch } from './useAuditSearch.js';

// Not needed where the filters stand above the list.
const FilterDrawer = lazyPart(async () => (await import('./FilterDrawer.js')).FilterDrawer);

const phone = '(max-width: 47.99em)';

/** The filters above the list, on a phone behind a button; and a chip for each that is on. */
export function AuditFilters({ entries }: { entries: readonly AuditEntryOutput[] | undefined }) {
  const { clear } = useAuditSearch();
  const active = useActiveFilters(entries);
  const isPhone = useMediaQuery(phone, false, { getInitialValueInEffect: false });
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <FilterBar active={active} onClear={active.length > 1 ? clear : undefined}>
        {isPhone ? <FiltersButton count={active.length} onOpen={() => setIsOpen(true)} /> : <AuditFilterFields />}
      </FilterBar>
      <Suspense fallback={null}>
        {isPhone && isOpen && (
          <FilterDrawer onClear={active.length > 0 ? clear : undefined} onClose={() => setIsOpen(false)} />
        )}
      </Suspense>
    </>
  );
}

function FiltersButton({ count, onOpen }: { count: number; onOpen: () => void }) {
  const { t } = useTranslation('audit');
  const fmt = useFmt();
  return (
    <Button variant="default" leftSection={<IconFilter size={16} aria-hidden />} onClick={onOpen} flex="0 0 auto">
      {count > 0 ? t('filter.count', { shown: fmt.number(count) }) : t('filter.title')}
    </Button>
  );
}
