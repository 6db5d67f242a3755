import { Ltr } from './Ltr.js';
import classes from './MergeDialog.module.css';

interface Props {
  children: string;
  /** What people call something, what programs read, or a whole configuration. */
  kind: 'name' | 'code' | 'json';
}

/** A value as one of its two versions. */
export function MergeValue({ children: text, kind }: Props) {
  if (text === '') return '—';
  if (kind === 'json') return <pre className={classes.json}>{text}</pre>;
  return kind === 'name' ? <bdi>{text}</bdi> : <Ltr mono>{text}</Ltr>;
}
