import type admins from './en/admins.json';
import type common from './en/common.json';
import type audit from './en/audit.json';
import type auth from './en/auth.json';
import type dashboard from './en/dashboard.json';
import type errors from './en/errors.json';
import type exported from './en/export.json';
import type frame from './en/frame.json';
import type keys from './en/keys.json';
import type models from './en/models.json';
import type provider from './en/provider.json';
import type catalogue from './en/catalogue.json';
import type providers from './en/providers.json';
import type settings from './en/settings.json';
import type tokens from './en/tokens.json';
import type usage from './en/usage.json';
import type setup from './en/setup.json';

// A key that is in no file does not compile.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      admins: typeof admins;
      common: typeof common;
      audit: typeof audit;
      auth: typeof auth;
      dashboard: typeof dashboard;
      errors: typeof errors;
      export: typeof exported;
      frame: typeof frame;
      keys: typeof keys;
      models: typeof models;
      provider: typeof provider;
      catalogue: typeof catalogue;
      providers: typeof providers;
      settings: typeof settings;
      tokens: typeof tokens;
      usage: typeof usage;
      setup: typeof setup;
    };
  }
}
