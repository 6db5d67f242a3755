import { getRouteApi } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../components/lazy-part.js';
import { Page } from '../../components/Page.js';
import { PlainFrame } from '../../components/PlainFrame.js';
import { useTokenOfLink } from '../../components/useTokenOfLink.js';
import { FormSkeleton } from '../../components/Skeletons.js';
import { Steps } from '../../components/Steps.js';
import { CheckStep } from './CheckStep.js';
import { Step } from './Step.js';

// Not needed for the first step.
const OwnerStep = lazyPart(async () => (await import('./OwnerStep.js')).OwnerStep);
const LookStep = lazyPart(async () => (await import('./LookStep.js')).LookStep);
const ProviderStep = lazyPart(async () => (await import('./ProviderStep.js')).ProviderStep);

const route = getRouteApi('/setup');
const steps = ['check', 'owner', 'look', 'provider'] as const;
type StepName = (typeof steps)[number];

/** The first run: what the installation stands on, its owner, how it looks to them, and a first provider. */
export function SetupPage() {
  const token = useTokenOfLink();
  return <Setup key={token} linked={token} />;
}

/** @param linked the token of the link; another link begins anew */
function Setup({ linked }: { linked: string }) {
  const { t } = useTranslation('setup');
  const { step = 'check' } = route.useSearch();
  const navigate = route.useNavigate();
  const [token, setToken] = useState(linked);
  const follows = useHasMoved(step);
  const go = (next: StepName, replace = false) => void navigate({ search: { step: next }, replace });
  return (
    <PlainFrame>
      <Page title={t('title')}>
        <Steps names={steps.map((name) => t(`step.${name}`))} current={steps.indexOf(step)} />
        <Suspense fallback={<FormSkeleton fields={3} />}>
          <Step key={step} name={t(`step.${step}`)} follows={follows}>
            {step === 'check' && <CheckStep token={token} onToken={setToken} onNext={() => go('owner')} />}
            {/* Nobody goes back to a set-up that is done. */}
            {step === 'owner' && <OwnerStep token={token} onDone={() => go('look', true)} />}
            {step === 'look' && <LookStep onNext={() => go('provider')} />}
            {step === 'provider' && <ProviderStep />}
          </Step>
        </Suspense>
      </Page>
    </PlainFrame>
  );
}

/** Whether another step was shown before: the first one of a visit leaves the focus where the browser put it. */
function useHasMoved(step: StepName): boolean {
  const [first] = useState(step);
  const [hasMoved, setHasMoved] = useState(false);
  if (step !== first && !hasMoved) setHasMoved(true);
  return hasMoved;
}
