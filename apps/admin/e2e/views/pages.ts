import type { Locator, Page } from 'playwright-core';
import type { words } from '../support/strings.js';

/**
 * The pages of the panel in all their states: each is opened in both languages, both schemes and both widths, checked by
 * axe, measured for sideways scroll, and photographed as `page.state.lang.scheme.width.png`.
 *
 * To add a page: one entry in `pages`, with an address for each of its states.
 * - `full`: what a super admin sees in a filled installation. Records that it needs beyond the seed: in `fill`, world.ts.
 * - `empty`: the same where there is no provider, no model and no other admin.
 * - `noMatch`: an address whose filter matches nothing.
 * - `error`: the procedures that fail with 500; the page's region must say so, and `main` must show "Try again".
 * - `forbidden`: what a normal admin meets: the wall, unless it is their own view of the page (`normal`).
 * Further states have names of their own, such as `models` for a tab. A state that is only reached by hand has `reach`.
 *
 * To add a layer (menu, dialog, drawer, palette, toast …): one entry in layers.ts.
 */
export interface View {
  path: string;
  who?: 'root' | 'normal';
  /** `bare`: an installation without a record; `faulty`: the filled one behind a proxy that fails. */
  at?: 'filled' | 'bare' | 'faulty';
  /** Both, unless the state exists on one of them only. */
  widths?: readonly number[];
  /** Procedures that fail. */
  fails?: readonly string[];
  /** What is done on the page before it is looked at. */
  reach?: (page: Page, t: ReturnType<typeof words>) => Promise<void>;
  /** What must be there. By default the page's heading. */
  shows?: (page: Page, t: ReturnType<typeof words>) => Locator;
  /** Its address opens a layer over the page. */
  isLayer?: boolean;
  /** Complaints of the browser that belong to the state, such as a 404. */
  complains?: RegExp;
}

const wall: View['shows'] = (page, t) => page.getByRole('heading', { name: t('common:error.forbiddenTitle') });

const full = (path: string): View => ({ path });
const empty = (path: string): View => ({ path, at: 'bare' });
const noMatch = (path: string): View => ({
  path,
  shows: (page, t) => page.getByRole('button', { name: t('common:action.clearFilters') }).first(),
});
const error = (path: string, ...fails: string[]): View => ({
  path,
  at: 'faulty',
  fails,
  shows: (page, t) =>
    page
      .getByRole('main')
      .getByRole('button', { name: t('common:action.retry') })
      .first(),
  complains: /status of (500|207)/,
});
const forbidden = (path: string): View => ({ path, who: 'normal', shows: wall });
const normal = (path: string): View => ({ path, who: 'normal' });

export const pages: Record<string, Record<string, View>> = {
  dashboard: {
    full: full('/'),
    empty: empty('/'),
    error: error('/', 'system.dashboard'),
    normal: normal('/'),
  },
  providers: {
    full: full('/providers'),
    empty: empty('/providers'),
    noMatch: noMatch('/providers?search=nothing-is-called-so'),
    error: error('/providers', 'providers.list'),
    normal: normal('/providers'),
  },
  provider: {
    full: full('/providers/anthropic'),
    models: full('/providers/anthropic?tab=models'),
    connection: full('/providers/anthropic?tab=connection'),
    access: full('/providers/anthropic?tab=access'),
    usage: full('/providers/anthropic?tab=usage'),
    config: full('/providers/anthropic?tab=config'),
    history: full('/providers/anthropic?tab=history'),
    error: error('/providers/anthropic', 'providers.list', 'providers.bySlug', 'providers.get'),
    normal: normal('/providers/anthropic'),
    missing: { path: '/providers/nobody-has-this-slug', complains: /status of 404/ },
  },
  'provider-new': {
    full: full('/providers/new'),
    noMatch: full('/providers/new?search=nothing-is-called-so'),
    connect: full('/providers/new?step=connect&kind=openai'),
    models: full('/providers/new?step=models&kind=openai'),
    forbidden: forbidden('/providers/new'),
  },
  models: {
    full: full('/models'),
    filtered: full('/models?capability=vision&sort=-contextWindow'),
    empty: empty('/models'),
    noMatch: noMatch('/models?search=nothing-is-called-so'),
    error: error('/models', 'models.list'),
    normal: normal('/models'),
  },
  'model-new': { full: full('/models/new?provider=groq'), forbidden: forbidden('/models/new') },
  'my-keys': {
    full: full('/me/keys'),
    empty: empty('/me/keys'),
    error: error('/me/keys', 'settings.mine'),
    normal: normal('/me/keys'),
  },
  usage: {
    full: full('/usage'),
    error: error('/usage', 'usage.summary', 'usage.series'),
    normal: normal('/usage'),
  },
  admins: {
    full: full('/admins'),
    empty: empty('/admins'),
    noMatch: noMatch('/admins?search=nobody-is-called-so'),
    error: error('/admins', 'admins.list'),
    forbidden: forbidden('/admins'),
  },
  admin: { missing: { path: '/admins/00000000-0000-4000-8000-000000000000', complains: /status of 404/ } },
  invite: { spent: { path: '/invite#token=nobody-has-it', complains: /status of 40[04]/ }, bare: { path: '/invite' } },
  tokens: {
    full: full('/tokens'),
    new: { ...full('/tokens?new=1'), isLayer: true },
    empty: empty('/tokens'),
    noMatch: noMatch('/tokens?search=nothing-is-called-so'),
    error: error('/tokens', 'tokens.list'),
    normal: normal('/tokens'),
  },
  audit: {
    full: full('/audit'),
    filtered: full('/audit?event=key_events&via=session&from=2026-01-05&to=2026-11-20&zone=utc'),
    entry: { ...full('/audit?entry=1'), isLayer: true },
    error: error('/audit', 'audit.list'),
    normal: normal('/audit'),
  },
  'settings-profile': { full: full('/settings/profile'), normal: normal('/settings/profile') },
  'settings-appearance': { full: full('/settings/appearance') },
  'settings-shortcuts': { full: full('/settings/shortcuts') },
  'settings-system': {
    full: full('/settings/system'),
    error: error('/settings/system', 'system.status'),
    forbidden: forbidden('/settings/system'),
  },
  'not-found': { full: { path: '/there-is-no-such-page' } },
};
