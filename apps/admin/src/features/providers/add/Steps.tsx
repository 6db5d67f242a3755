import { useTranslation } from 'react-i18next';
import { TextLink } from '../../../components/links.js';
import classes from './Add.module.css';
import type { AddSearch } from './useAddSearch.js';

export type Step = 'choose' | 'connect' | 'models';
const steps = ['choose', 'connect', 'models'] as const;

interface Props extends Pick<AddSearch, 'kind' | 'from'> {
  step: Step;
}

/** Where one is, and the way back to what was done. For a copy there is nothing to choose. */
export function Steps({ step, kind, from }: Props) {
  const { t } = useTranslation('catalogue');
  const shown = from === undefined ? steps : steps.slice(1);
  const at = shown.indexOf(step);
  return (
    <nav aria-label={t('steps.label')}>
      <ol className={classes.steps}>
        {shown.map((each, index) => (
          <li key={each} aria-current={each === step ? 'step' : undefined} data-done={index < at || undefined}>
            <span className={classes.number} aria-hidden>
              {t('steps.number', { number: index + 1 })}
            </span>
            {index < at ? (
              <TextLink
                to="/providers/new"
                search={each === 'choose' ? {} : { step: 'connect', kind, from }}
                c="inherit"
              >
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
