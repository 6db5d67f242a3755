import type { SettingsOutput } from '@ai-providers/contracts';
import { Paper, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { ErrorState } from '../../components/ErrorState.js';
import { TextLink } from '../../components/links.js';
import { CardFoot } from './CardFoot.js';
import { EffectiveKey } from './EffectiveKey.js';
import classes from './Keys.module.css';
import { PersonalKey } from './PersonalKey.js';
import { SharedSwitch } from './SharedSwitch.js';
import { UsageBar } from './UsageBar.js';
import { UsageNotes, type KeySplit } from './UsageNotes.js';
import { useChooseKey } from './useMyKeyMutations.js';

interface Props {
  settings: SettingsOutput;
  split: KeySplit | undefined;
  /** Names of the other providers that can still be called. */
  others: readonly string[];
  onEnter: () => void;
}

/** One provider: which key calls use, how many calls are left, and the caller's own key. */
export function KeyCard({ settings, split, others, onEnter }: Props) {
  const { t } = useTranslation('keys');
  const heading = useId();
  const choose = useChooseKey();
  const { slug, displayName } = settings.provider;
  return (
    <Paper
      component="section"
      withBorder
      radius="lg"
      p="md"
      className={classes.card}
      aria-labelledby={heading}
      data-provider={slug}
    >
      <Title order={2} id={heading}>
        <TextLink to="/providers/$slug" params={{ slug }} c="inherit" inherit>
          <bdi>{displayName}</bdi>
        </TextLink>
      </Title>
      <EffectiveKey settings={settings} />
      <div className={classes.usage}>
        <UsageBar settings={settings} />
        <UsageNotes settings={settings} split={split} others={others} />
      </div>
      <SharedSwitch settings={settings} onChoose={(useSharedApi) => choose.mutate({ provider: slug, useSharedApi })} />
      {choose.error && <ErrorState {...failureOf(choose.error)} title={t('choice.notSaved')} />}
      <PersonalKey settings={settings} onEnter={onEnter} />
      <CardFoot settings={settings} />
    </Paper>
  );
}
