import { useTranslation } from 'react-i18next';
import { Marked, plain, type Marks } from '../../components/Marked.js';
import { useFmt } from '../../i18n/fmt.js';
import classes from './Audit.module.css';
import { valueWord, type Change } from './field-words.js';

const marks: Marks = { v: (text) => <bdi className={classes.value}>{text}</bdi> };

/** The old value and the new one, on one line. */
export function ChangeWords({ change: { field, from, to } }: { change: Change }) {
  const { t } = useTranslation('audit');
  const fmt = useFmt();
  const values = plain({ from: valueWord(field, from, { t, fmt }), to: valueWord(field, to, { t, fmt }) });
  return <Marked text={t('value.change', values)} marks={marks} />;
}
