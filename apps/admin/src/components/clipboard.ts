import { i18n } from '../i18n/index.js';
import { toast } from './toast.js';

/** Browsers have no clipboard on plain http. */
export const canCopy = () => window.isSecureContext;

/** Copies a text and tells that it did, in words of the caller's. */
export function copyText(text: string, done: string): void {
  navigator.clipboard.writeText(text).then(
    () => toast.success(done),
    () => toast.failure({ message: i18n.t('copy.failed') }), // the browser asks, and the answer was no
  );
}
