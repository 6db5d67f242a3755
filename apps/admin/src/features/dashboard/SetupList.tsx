import type { DashboardOutput } from '@ai-providers/contracts';
import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/links.js';
import classes from './Dashboard.module.css';
import { stepPages } from './pages.js';
import { useHideSetup } from './useHideSetup.js';

type Steps = NonNullable<NonNullable<DashboardOutput['installation']>['setup']>;

/** What a new installation needs, until all is done or somebody has seen enough of it. */
export function SetupList({ steps }: { steps: Steps }) {
  const { t } = useTranslation('dashboard');
  const heading = useId();
  const hide = useHideSetup();
  const next = steps.find(({ done }) => !done)?.step;
  const done = steps.filter((step) => step.done).length;
  return (
    <Paper component="section" withBorder radius="lg" p="md" className={classes.card} aria-labelledby={heading}>
      <Group justify="space-between" gap="sm">
        <Title order={2} id={heading}>
          {t('setup.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('setup.progress', { done, total: steps.length })}
        </Text>
      </Group>
      <ol className={classes.list}>
        {steps.map(({ step, done: isDone }) => (
          <Step key={step} step={step} isDone={isDone} isNext={step === next} />
        ))}
      </ol>
      <div>
        <Button size="compact-sm" variant="subtle" onClick={hide}>
          {t('setup.hide')}
        </Button>
      </div>
    </Paper>
  );
}

function Step({ step, isDone, isNext }: { step: Steps[number]['step']; isDone: boolean; isNext: boolean }) {
  const { t } = useTranslation('dashboard');
  return (
    <li className={classes.row}>
      <StepMark isDone={isDone} />
      <div className={classes.words}>
        <Text span inherit td={isDone ? 'line-through' : undefined} c={isDone ? 'dimmed' : undefined}>
          {t(`setup.step.${step}`)}
        </Text>
        {!isDone && (
          <Text size="xs" c="dimmed">
            {t(`setup.why.${step}`)}
          </Text>
        )}
      </div>
      {!isDone && (
        <ButtonLink size="xs" variant={isNext ? 'filled' : 'default'} to={stepPages[step]}>
          {t(`setup.go.${step}`)}
        </ButtonLink>
      )}
    </li>
  );
}

function StepMark({ isDone }: { isDone: boolean }) {
  const { t } = useTranslation('dashboard');
  const Icon = isDone ? IconCircleCheck : IconCircle;
  return (
    <>
      <Icon size={20} aria-hidden className={isDone ? classes.done : classes.mark} />
      <span className="visually-hidden">{t(isDone ? 'setup.done' : 'setup.open')}</span>
    </>
  );
}
