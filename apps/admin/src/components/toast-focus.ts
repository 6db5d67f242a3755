let before: Element | null = null;

/**
 * Gives the focus to what can be pressed in the newest toast, and at the second time back to where it was.
 * @returns false where there is neither
 */
export function focusToast(): boolean {
  const toasts = [...document.querySelectorAll('.mantine-Notification-root')];
  const isThere = toasts.some((toast) => toast.contains(document.activeElement));
  const isBack = isThere || toasts.length === 0;
  const target = isBack ? before : toasts.at(-1)?.querySelector('button');
  before = isBack ? null : document.activeElement;
  if (!(target instanceof HTMLElement) || !target.isConnected) return false;
  target.focus();
  return true;
}
