import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../i18n/fmt.js';
import classes from './Steps.module.css';

interface Props {
  names: readonly string[];
  /** Counted from 0. */
  current: number;
}

/** Where somebody is in a few steps that follow each other. */
export function Steps({ names, current }: Props) {
  const { t } = useTranslation();
  const fmt = useFmt();
  return (
    <ol className={classes.steps} aria-label={t('steps.label')}>
      {names.map((name, index) => (
        <li
          key={name}
          className={classes.step}
          aria-current={index === current ? 'step' : undefined}
          data-done={index < current || undefined}
        >
          <span className={classes.mark} aria-hidden>
            {index < current ? <IconCheck size={14} /> : fmt.number(index + 1)}
          </span>
          <span className={classes.name}>
            {name}
            {index < current && <span className="visually-hidden"> {t('steps.done')}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
