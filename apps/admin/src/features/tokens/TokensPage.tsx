import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../components/lazy-part.js';
import { Page } from '../../components/Page.js';
import { usePageActions } from '../../components/page-actions.js';
import { useFmt } from '../../i18n/fmt.js';
import { TokenFilters } from './TokenFilters.js';
import type { Asked } from './TokenLayers.js';
import type { MadeToken } from './TokenOnce.js';
import { TokenTable } from './TokenTable.js';
import { useTokens } from './useTokens.js';
import { useTokensSearch } from './useTokensSearch.js';

export { prefetchTokens } from './useTokens.js';

// Not needed to read the list.
const TokenLayers = lazyPart(async () => (await import('./TokenLayers.js')).TokenLayers);

export function TokensPage() {
  const { t } = useTranslation('tokens');
  const fmt = useFmt();
  const { search, isMaking, make } = useTokensSearch();
  const { data } = useTokens(search);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [made, setMade] = useState<MadeToken | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  usePageActions([{ id: 'new', label: t('add'), icon: IconPlus, keys: 'n', run: make }]);
  const forget = () => {
    addButton.current?.focus(); // what opened the dialog is gone
    setMade(null);
  };
  const add = (
    <Button ref={addButton} onClick={make}>
      {t('add')}
    </Button>
  );
  return (
    <Page title={t('title')} aside={data && fmt.number(data.total)} actions={add}>
      <TokenFilters withOwners={data?.can.readAny === true} />
      <TokenTable onAsk={setAsked} />
      <Suspense fallback={null}>
        {(isMaking || asked || made) && (
          <TokenLayers asked={asked} made={made} onAsked={setAsked} onMade={setMade} onForget={forget} />
        )}
      </Suspense>
    </Page>
  );
}
