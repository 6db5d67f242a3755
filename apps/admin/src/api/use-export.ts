import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { failureOf } from './error-message.js';
import { saveExport } from './save-export.js';

/** Saves one file of the server at a time; `onSaved` when the browser has it. Who leaves ends it. */
export function useExport(onSaved: () => void) {
  const running = useRef<AbortController>(null);
  const [received, setReceived] = useState(0);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (address: string) => {
      setReceived(0);
      running.current = new AbortController();
      return saveExport(address, { signal: running.current.signal, onReceived: setReceived });
    },
    meta: { handlesError: true },
    onSuccess: onSaved,
  });
  const cancel = () => running.current?.abort();
  useEffect(() => () => running.current?.abort(), []);
  return { save: mutate, cancel, isBusy: isPending, received, failure: error && failureOf(error) };
}
