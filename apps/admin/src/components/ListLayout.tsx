import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './ListLayout.module.css';

const railFrom = '(min-width: 1200px)';
/** Below this a panel beside the list takes the room of the rail. */
const allFrom = '(min-width: 1600px)';
const atOnce = { getInitialValueInEffect: false } as const;

/** Whether the filters stand beside the list, and whether a record is opened there or over the page. */
export function useListRoom(hasPane: boolean): { withRail: boolean; withPane: boolean } {
  const isWide = useMediaQuery(railFrom, true, atOnce);
  const isWidest = useMediaQuery(allFrom, true, atOnce);
  return { withRail: isWidest || (isWide && !hasPane), withPane: isWide };
}

interface Props {
  rail: ReactNode;
  pane: ReactNode;
  children: ReactNode;
}

/** A list between its filters and the record that is open; either may be absent. */
export function ListLayout({ rail, pane, children }: Props) {
  return (
    <div className={classes.root} data-rail={rail ? true : undefined} data-pane={pane ? true : undefined}>
      {rail && <div className={classes.rail}>{rail}</div>}
      <div className={classes.main}>{children}</div>
      {pane}
    </div>
  );
}
