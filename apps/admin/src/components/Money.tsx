import { useFmt } from '../i18n/fmt.js';

/** US dollars from a decimal string. */
export function Money({ value }: { value: string }) {
  return <bdi>{useFmt().money(value)}</bdi>;
}
