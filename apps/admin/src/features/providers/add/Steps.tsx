import { useTranslation } from 'react-i18next';
import { TextLink } from '../../../components/links.js';
import classes from './Add.module.css';

export type Step = 'choose' | 'connect' | 'models';
const steps = ['choose', 'connect', 'models'] as const;

/** Where one is, and the way back to what was done. */
export function Steps({ step, kind }: { step: Step; kind: string | undefined }) {
  const { t } = useTranslation('catalogue');
  const at = steps.indexOf(step);
  return (
    <nav aria-label={t('steps.label')}>
      <ol className={classes.steps}>
        {steps.map((each, index) => (
          <li key={each} aria-current={each === step ? 'step' : undefined} data-done={index < at || undefined}>
            <span className={classes.number} aria-hidden>
              {t('steps.number', { number: index + 1 })}
            </span>
            {index < at ? (
              <TextLink to="/providers/new" search={each === 'choose' ? {} : { step: 'connect', kind }} c="inherit">
                {t(`steps.${each}`)}
              </TextLink>
            ) : (
              t(`steps.${each}`)
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
