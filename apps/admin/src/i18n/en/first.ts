/** What every page needs, in one file. */
export { default as auth } from './auth.json';
export { default as common } from './common.json';
export { default as errors } from './errors.json';
