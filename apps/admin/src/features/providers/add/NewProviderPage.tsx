import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../api/me.js';
import { failureOf } from '../../../api/error-message.js';
import { ErrorState } from '../../../components/ErrorState.js';
import { lazyPart } from '../../../components/lazy-part.js';
import { TextLink } from '../../../components/links.js';
import { Page } from '../../../components/Page.js';
import { CardsSkeleton } from '../../../components/Skeletons.js';
import { Forbidden } from '../../../layout/Forbidden.js';
import { blankProvider, copyOf } from '../provider-values.js';
import { useProvider } from '../useProviders.js';
import { Choose } from './Choose.js';
import { valuesFor } from './values.js';
import { Steps } from './Steps.js';
import { useAddSearch } from './useAddSearch.js';
import { useCatalogue } from './useCatalogue.js';

// Brings the contract's validator, which choosing does without.
const Draft = lazyPart(async () => (await import('./Draft.js')).Draft);

export function NewProviderPage() {
  const { t } = useTranslation('providers');
  if (!useMay('providers.create')) return <Forbidden />;
  const parents = [{ label: t('title'), link: <TextLink to="/providers">{t('title')}</TextLink> }];
  return (
    <Page title={t('form.newTitle')} parents={parents}>
      <Suspense fallback={<CardsSkeleton cards={1} height={360} />}>
        <Flow />
      </Suspense>
    </Page>
  );
}

/** The draft stays while its kind is looked at again, and no longer than the page. */
function Flow() {
  const { search } = useAddSearch();
  const catalogue = useCatalogue();
  const [last, setLast] = useState(search.kind);
  if (search.kind !== undefined && search.kind !== last) setLast(search.kind);
  if (search.from !== undefined) return <Copy key={search.from} from={search.from} />;
  if (catalogue.error) return <ErrorState {...failureOf(catalogue.error)} onRetry={() => void catalogue.refetch()} />;
  if (!catalogue.data) return <CardsSkeleton cards={6} height={120} />;
  const entry = catalogue.data.items.find(({ kind }) => kind === last);
  const isKnown = last === 'custom' || entry !== undefined;
  const step = search.kind !== undefined && isKnown ? (search.step ?? 'connect') : 'choose';
  return (
    <>
      <Steps step={step} kind={isKnown ? last : undefined} />
      {step === 'choose' && <Choose entries={catalogue.data.items} />}
      {isKnown && (
        <Draft key={last} entry={entry} initialValues={entry ? valuesFor(entry) : blankProvider} step={step} />
      )}
    </>
  );
}

/** The form with everything of another provider but its key, which nobody is shown. */
function Copy({ from }: { from: string }) {
  const { step = 'connect' } = useAddSearch().search;
  const original = useProvider(from);
  if (original.isError && !original.data)
    return <ErrorState {...failureOf(original.error)} onRetry={() => void original.refetch()} />;
  return (
    <>
      <Steps step={step} from={from} />
      {original.data ? <Draft initialValues={copyOf(original.data)} step={step} /> : <CardsSkeleton cards={1} />}
    </>
  );
}
