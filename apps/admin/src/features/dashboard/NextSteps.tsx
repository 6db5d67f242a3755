import type { DashboardOutput } from '@ai-providers/contracts';
import { Paper, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/links.js';
import classes from './Dashboard.module.css';
import { stepPages } from './pages.js';

/** What somebody can do next with what is open to them. */
export function NextSteps({ steps }: { steps: NonNullable<DashboardOutput['own']>['nextSteps'] }) {
  const { t } = useTranslation('dashboard');
  const heading = useId();
  return (
    <Paper component="section" withBorder radius="lg" p="md" className={classes.card} aria-labelledby={heading}>
      <Title order={2} id={heading}>
        {t('next.title')}
      </Title>
      <ul className={classes.list}>
        {steps.map((step) => (
          <li key={step} className={classes.row}>
            <div className={classes.words}>
              <span>{t(`next.step.${step}`)}</span>
              <Text size="xs" c="dimmed">
                {t(`next.why.${step}`)}
              </Text>
            </div>
            <ButtonLink size="xs" variant="default" to={stepPages[step]}>
              {t(`next.go.${step}`)}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Paper>
  );
}
