// The type that clients are typed by, and nothing that runs.
export type { AppRouter } from './routers/index.js';
