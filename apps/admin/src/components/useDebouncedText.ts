import { useEffect, useRef, useState } from 'react';

const debounceMs = 300;

/** Text that is typed here and kept elsewhere: sent 300 ms after the last key, and followed when it changes there. */
export function useDebouncedText(value: string, onSend: (value: string) => void) {
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  const [sent, setSent] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Back, forward and "Clear filters" change the address without a key being pressed.
  if (value !== seen) {
    setSeen(value);
    if (value !== sent) {
      setSent(value);
      setTyped(value);
    }
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  const send = (next: string) => {
    clearTimeout(timer.current);
    setTyped(next);
    setSent(next.trim());
    onSend(next.trim());
  };
  const type = (next: string) => {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setSent(next.trim());
      onSend(next.trim());
    }, debounceMs);
  };
  return { typed, type, send };
}
