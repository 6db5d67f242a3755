import { useCallback, useState, type RefCallback } from 'react';

/**
 * How wide the element with the ref is, in CSS pixels and rounded down to tens; known before it is first painted, and
 * infinite until then and where nothing is laid out.
 */
export function useRoom(): [room: number, ref: RefCallback<HTMLElement>] {
  const [room, setRoom] = useState(Infinity);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const measure = () => setRoom(Math.floor(element.clientWidth / 10) * 10 || Infinity);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [room, ref];
}
