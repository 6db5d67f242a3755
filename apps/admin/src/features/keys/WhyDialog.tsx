import type { KeyDecision, KeyStep, SettingsOutput } from '@ai-providers/contracts';
import { Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { Dialog } from '../../components/Dialog.js';
import { ErrorState } from '../../components/ErrorState.js';
import { FormSkeleton } from '../../components/Skeletons.js';
import { effectiveKeySentence, keyOfAdminSentence, stepOfAdminSentence, stepSentence } from './key-sentences.js';
import classes from './Keys.module.css';
import { useExplanation } from './useMyKeys.js';

interface Props {
  provider: SettingsOutput['provider'];
  /** Whose key it is; without it, one's own. */
  admin?: string;
  onClose: () => void;
}

/** The rules in the order in which they are asked; the first that fails ends it. */
export function WhyDialog({ provider, admin, onClose }: Props) {
  const { t } = useTranslation('keys');
  const { data, error, refetch } = useExplanation(provider.slug, admin);
  return (
    <Dialog title={t('why.title', { name: provider.displayName })} onClose={onClose}>
      {data && <Explanation decision={data} ofAnother={admin !== undefined} />}
      {!data && error && <ErrorState {...failureOf(error)} onRetry={() => void refetch()} />}
      {!data && !error && <FormSkeleton fields={3} />}
    </Dialog>
  );
}

function Explanation({ decision, ofAnother }: { decision: KeyDecision; ofAnother: boolean }) {
  return (
    <Stack>
      <ol className={classes.steps}>
        {decision.steps.map((step) => (
          <Step key={step.rule} step={step} ofAnother={ofAnother} />
        ))}
      </ol>
      <Text size="sm" fw={600}>
        {ofAnother ? keyOfAdminSentence(decision) : effectiveKeySentence(decision)}
      </Text>
    </Stack>
  );
}

function Step({ step, ofAnother }: { step: KeyStep; ofAnother: boolean }) {
  const { t } = useTranslation('keys');
  const Icon = step.outcome === 'passed' ? IconCircleCheck : IconCircleX;
  return (
    <li className={classes.step}>
      <Icon size={18} aria-hidden className={classes[step.outcome]} />
      <span>
        <span className="visually-hidden">{t(`why.${step.outcome}`)} </span>
        {ofAnother ? stepOfAdminSentence(step) : stepSentence(step)}
      </span>
    </li>
  );
}
