import { Kbd, Title } from '@mantine/core';
import { Fragment } from 'react';
import classes from './ShortcutList.module.css';

export interface ShortcutGroup {
  title: string;
  rows: readonly { keys: string; label: string }[];
}

interface Props {
  groups: readonly ShortcutGroup[];
  /** The rank of the headings. */
  order?: 2 | 3;
}

/** Keys and what they do, in groups. */
export function ShortcutList({ groups, order = 3 }: Props) {
  return (
    <div className={classes.groups}>
      {groups.map(({ title, rows }) => (
        <section key={title}>
          <Title order={order} mb="xs">
            {title}
          </Title>
          <dl className={classes.rows}>
            {rows.map(({ keys, label }) => (
              <Fragment key={label}>
                <dt className={classes.label}>{label}</dt>
                <dd className={classes.keys}>
                  <Keys keys={keys} />
                </dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

/** Keys as they stand on a keyboard, from left to right in any language: `Ctrl+K`, `g p`. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span dir="ltr" className={classes.pair}>
      {keys.split(/[ +]/).map((key) => (
        <Kbd key={key} size="xs">
          {key}
        </Kbd>
      ))}
    </span>
  );
}
