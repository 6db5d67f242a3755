import { InputBase, Loader, Popover } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { Suspense, useState, type FocusEvent, type ReactNode } from 'react';
import classes from './CalendarField.module.css';

interface Props {
  /** What is chosen, in words. */
  shown: string;
  /** What is read out: what it is for, and what is chosen. A button with a label of its own would tell only the first. */
  'aria-label': string;
  label?: string;
  description?: ReactNode;
  error?: ReactNode;
  /** Names the layer. */
  calendarLabel: string;
  /** The calendar, which may still have to be loaded. */
  children: (close: () => void) => ReactNode;
}

/** A field that opens a calendar below it. */
export function CalendarField({ shown, calendarLabel, children, ...field }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <InputBase
          component="button"
          type="button"
          {...field}
          classNames={{ input: classes.shown }}
          aria-haspopup="dialog"
          aria-expanded={open}
          leftSection={<IconCalendar size={16} aria-hidden />}
          onClick={() => setOpen(!open)}
        >
          {shown}
        </InputBase>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={calendarLabel} onFocusCapture={keepEscape}>
        <Suspense fallback={<Waiting />}>{children(() => setOpen(false))}</Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Holds the focus until the calendar takes it. */
const Waiting = () => (
  <div tabIndex={-1} data-autofocus>
    <Loader size="sm" />
  </div>
);

/** Over a dialog, Escape closes the calendar alone: the library asks the element that has the focus. */
function keepEscape({ target }: FocusEvent): void {
  target.setAttribute('data-mantine-stop-propagation', 'true');
}
