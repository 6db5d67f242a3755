import { useTranslation } from 'react-i18next';
import { useFmt } from '../../i18n/fmt.js';
import classes from './Audit.module.css';
import { fieldWord, hasValues, isSecret, isStructured, valueWord, type Change } from './field-words.js';

/** The changed fields, the old value beside the new one. Of a secret, that it changed. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation('audit');
  if (changes.length === 0) return <p className={classes.quiet}>{t('detail.noChanges')}</p>;
  return (
    <div className={classes.scroller} tabIndex={0} role="region" aria-label={t('detail.changes')}>
      <table className={classes.changes}>
        <caption className="visually-hidden">{t('detail.changes')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('detail.field')}</th>
            <th scope="col">{t('detail.before')}</th>
            <th scope="col">{t('detail.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <Row key={change.field} change={change} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ change }: { change: Change }) {
  const { t } = useTranslation('audit');
  return (
    <tr>
      <th scope="row">
        <bdi>{fieldWord(t, change.field)}</bdi>
      </th>
      {hasValues(change) ? (
        <>
          <td className={classes.before}>
            <Value field={change.field} value={change.from} />
          </td>
          <td className={classes.after}>
            <Value field={change.field} value={change.to} />
          </td>
        </>
      ) : (
        <td colSpan={2} className={classes.quiet}>
          {t(isSecret(change) ? 'detail.secret' : 'detail.nameOnly')}
        </td>
      )}
    </tr>
  );
}

function Value({ field, value }: { field: string; value: unknown }) {
  const { t } = useTranslation('audit');
  const fmt = useFmt();
  if (value === undefined) return '—';
  const word = valueWord(field, value, { t, fmt });
  if (!isStructured(value)) return <bdi className={classes.value}>{word}</bdi>;
  return (
    <details>
      <summary>{t('detail.fold')}</summary>
      <pre dir="ltr" data-ltr className={classes.json}>
        {word}
      </pre>
    </details>
  );
}
