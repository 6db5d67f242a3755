/** A name as it is now, or what the log says where it is gone or was never given. */
export function nameOf(name: string | null, label: string): string {
  return name === null || name === '' ? label : name;
}
