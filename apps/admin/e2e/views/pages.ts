import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import type { words } from '../support/strings.js';

/**
 * The pages of the panel in all their states: each is opened in both languages, both schemes and all its widths, checked by
 * axe, measured for sideways scroll, and photographed as `page.state.lang.scheme.width.png`.
 *
 * To add a page: one entry in `pages`, with an address for each of its states.
 * - `full`: what a super admin sees in a filled installation. Records that it needs beyond the seed: in `fill`, world.ts.
 * - `empty`: the same where there is no provider, no model and no other admin.
 * - `noMatch`: an address whose filter matches nothing.
 * - `error`: the procedures that fail with 500; the page's region must say so, and `main` must show "Try again".
 * - `loading`: the same procedures, held back: the skeletons stand, and the page once they are let go.
 * - `forbidden`: what a normal admin meets: the wall, unless it is their own view of the page (`normal`).
 * Further states have names of their own, such as `models` for a tab. A state that is only reached by hand has `reach`.
 *
 * To add a layer (menu, dialog, drawer, palette, toast …): one entry in layers.ts.
 */
export interface View {
  /** `$admin` is the normal admin's id. */
  path: string;
  who?: 'root' | 'normal' | 'nobody';
  /**
   * `bare`: an installation without a record; `fresh`: one that nobody has set up; `faulty`: the filled one behind a proxy
   * that fails.
   */
  at?: 'filled' | 'bare' | 'fresh' | 'faulty';
  /** 1360 and 390, unless the state exists on one of them only, or has the least room elsewhere: at 1280 or 900. */
  widths?: readonly number[];
  /** Procedures that fail. */
  fails?: readonly string[];
  /** Procedures that do not answer until the page has been looked at. */
  holds?: readonly string[];
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
/** The same, and once more at 900: the least room in which its table must fit. */
const fullList = (path: string): View => ({ path, widths: [1360, 900, 390] });
/** An address that opens a layer, which may come after the page. */
const layered = (path: string): View => ({ path, isLayer: true, shows: (page) => page.getByRole('dialog') });
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
const desk = [1360];
/** The page's region without its answers: while they are on their way, and when there will be none. */
const unanswered = (path: string, procedures: readonly string[], widths?: readonly number[]) => ({
  loading: { path, at: 'faulty' as const, holds: procedures, ...(widths && { widths }) },
  error: error(path, ...procedures),
});
const forbidden = (path: string): View => ({ path, who: 'normal', shows: wall });
const normal = (path: string): View => ({ path, who: 'normal' });

export const pages: Record<string, Record<string, View>> = {
  login: { full: { path: '/login', who: 'nobody', complains: /status of 401/ } },
  setup: { full: { path: '/setup', who: 'nobody', at: 'fresh', complains: /status of 401/ } },
  dashboard: {
    full: full('/'),
    empty: empty('/'),
    ...unanswered('/', ['system.dashboard']),
    normal: normal('/'),
  },
  providers: {
    full: fullList('/providers'),
    empty: empty('/providers'),
    noMatch: noMatch('/providers?search=nothing-is-called-so'),
    ...unanswered('/providers', ['providers.list']),
    normal: normal('/providers'),
  },
  provider: {
    full: full('/providers/anthropic'),
    models: fullList('/providers/anthropic?tab=models'),
    connection: full('/providers/anthropic?tab=connection'),
    access: full('/providers/anthropic?tab=access'),
    usage: full('/providers/anthropic?tab=usage'),
    config: full('/providers/anthropic?tab=config'),
    history: full('/providers/anthropic?tab=history'),
    ...unanswered('/providers/anthropic', ['providers.list', 'providers.get'], desk),
    normal: normal('/providers/anthropic'),
    missing: { path: '/providers/nobody-has-this-slug', complains: /status of 404/ },
  },
  'provider-new': {
    full: full('/providers/new'),
    noMatch: full('/providers/new?search=nothing-is-called-so'),
    connect: full('/providers/new?step=connect&kind=openai'),
    models: full('/providers/new?step=models&kind=openai'),
    ...unanswered('/providers/new', ['providers.catalogue'], desk),
    forbidden: forbidden('/providers/new'),
  },
  models: {
    full: fullList('/models'),
    filtered: full('/models?capability=vision&sort=-contextWindow'),
    open: {
      path: '/models',
      widths: [1280],
      reach: async (page) => {
        await page.locator('tbody th button').first().click();
      },
      shows: (page) => page.getByRole('complementary').getByRole('heading', { level: 2 }).first(),
    },
    empty: empty('/models'),
    noMatch: noMatch('/models?search=nothing-is-called-so'),
    ...unanswered('/models', ['models.list'], desk),
    normal: normal('/models'),
  },
  'model-new': {
    full: full('/models/new?provider=groq'),
    ...unanswered('/models/new', ['providers.list'], desk),
    forbidden: forbidden('/models/new'),
  },
  'my-keys': {
    full: full('/me/keys'),
    empty: empty('/me/keys'),
    ...unanswered('/me/keys', ['settings.mine'], desk),
    normal: normal('/me/keys'),
  },
  usage: {
    full: full('/usage'),
    empty: empty('/usage'),
    noMatch: noMatch('/usage?range=custom&from=2020-01-01&to=2020-01-02&outcome=ok'),
    ...unanswered('/usage', ['usage.summary', 'usage.series'], desk),
    normal: normal('/usage'),
  },
  admins: {
    full: fullList('/admins'),
    empty: empty('/admins'),
    noMatch: noMatch('/admins?search=nobody-is-called-so'),
    ...unanswered('/admins', ['admins.list'], desk),
    forbidden: forbidden('/admins'),
  },
  admin: {
    full: full('/admins/$admin'),
    limits: fullList('/admins/$admin?tab=limits'),
    access: full('/admins/$admin?tab=access'),
    activity: full('/admins/$admin?tab=activity'),
    ...unanswered('/admins/$admin', ['admins.get'], desk),
    missing: { path: '/admins/00000000-0000-4000-8000-000000000000', complains: /status of 404/ },
  },
  invite: {
    full: full('/invite#token=nobody-has-it'),
    spent: {
      // Another one each time: of a link that is spent the page has nothing more to ask.
      get path() {
        return `/invite#token=${randomUUID()}`;
      },
      reach: async (page, t) => {
        await page.getByLabel(t('auth:invite.password'), { exact: true }).fill('correct horse battery staple');
        await page.getByRole('button', { name: t('auth:invite.submit') }).click();
      },
      shows: (page, t) => page.getByRole('heading', { name: t('auth:invite.spentTitle') }),
      complains: /status of 403/,
    },
    bare: { path: '/invite' },
  },
  tokens: {
    full: fullList('/tokens'),
    new: layered('/tokens?new=1'),
    empty: empty('/tokens'),
    noMatch: noMatch('/tokens?search=nothing-is-called-so'),
    ...unanswered('/tokens', ['tokens.list'], desk),
    normal: normal('/tokens'),
  },
  audit: {
    full: fullList('/audit'),
    filtered: full('/audit?event=key_events&via=session&from=2026-01-05&to=2026-11-20&zone=utc'),
    entry: layered('/audit?entry=1'),
    noMatch: noMatch('/audit?from=2020-01-01&to=2020-01-02&via=import&zone=utc'),
    ...unanswered('/audit', ['audit.list'], desk),
    normal: normal('/audit'),
  },
  'settings-profile': {
    full: full('/settings/profile'),
    ...unanswered('/settings/profile', ['auth.sessions'], desk),
    normal: normal('/settings/profile'),
  },
  'settings-appearance': { full: full('/settings/appearance') },
  'settings-shortcuts': { full: full('/settings/shortcuts') },
  'settings-system': {
    full: full('/settings/system'),
    ...unanswered('/settings/system', ['system.status'], desk),
    forbidden: forbidden('/settings/system'),
  },
  'not-found': { full: { path: '/there-is-no-such-page' } },
};
