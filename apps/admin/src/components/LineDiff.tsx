import { useTranslation } from 'react-i18next';
import { lineDiff } from './line-diff.js';
import classes from './LineDiff.module.css';

/** Two texts as one, with the lines that were added and removed; each says so in words, too. */
export function LineDiff({ label, before, after }: { label: string; before: string; after: string }) {
  const { t } = useTranslation();
  return (
    // It scrolls by itself, and so must be reachable by keyboard.
    <div className={classes.diff} dir="ltr" role="region" aria-label={label} tabIndex={0}>
      {lineDiff(before, after).map(({ kind, text }, index) => (
        <div key={index} className={classes[kind]}>
          <span aria-hidden>{signs[kind]}</span>
          {kind !== 'same' && <span className="visually-hidden">{t(`json.${kind}`)} </span>}
          {text}
        </div>
      ))}
    </div>
  );
}

const signs = { same: '  ', added: '+ ', removed: '− ' };
