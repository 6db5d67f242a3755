import type common from './en/common.json';
import type auth from './en/auth.json';
import type errors from './en/errors.json';
import type frame from './en/frame.json';
import type keys from './en/keys.json';
import type models from './en/models.json';
import type providers from './en/providers.json';
import type settings from './en/settings.json';

// A key that is in no file does not compile.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: typeof common;
      auth: typeof auth;
      errors: typeof errors;
      frame: typeof frame;
      keys: typeof keys;
      models: typeof models;
      providers: typeof providers;
      settings: typeof settings;
    };
  }
}
