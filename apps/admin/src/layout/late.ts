/** What comes after the first page, which does not wait for it: one file, and so one request. */
export { Toasts } from '../components/Toasts.js';
export { FrameExtras } from './FrameExtras.js';
