import type { View } from './pages.js';

/** Everything that opens over a page, once of each kind, with where it is found. `shows` is the open layer. */
export const layers: Record<string, View> = {
  menu: {
    path: '/providers',
    reach: async (page, t) => {
      await page.getByRole('button', { name: t('common:account.menu', { name: '' }) }).click();
    },
    shows: (page) => page.getByRole('menu'),
  },
  'row-menu': {
    path: '/providers',
    reach: async (page, t) => {
      await page.getByRole('button', { name: t('common:action.more', { name: 'OpenAI' }) }).click();
    },
    shows: (page) => page.getByRole('menu'),
  },
  dialog: {
    path: '/me/keys',
    reach: async (page, t) => {
      await page.getByRole('button', { name: t('keys:why.of', { name: 'OpenAI' }) }).click();
    },
    shows: (page) => page.getByRole('dialog').getByRole('listitem').first(),
  },
  'typed-confirm': {
    path: '/providers/groq?tab=danger',
    reach: async (page, t) => {
      await page.getByRole('button', { name: t('providers:danger.delete') }).click();
    },
    shows: (page) => page.getByRole('dialog'),
  },
  drawer: {
    path: '/providers',
    widths: [390],
    reach: async (page, t) => {
      await page.getByRole('button', { name: t('common:nav.open') }).click();
    },
    shows: (page) => page.getByRole('dialog'),
  },
  palette: {
    path: '/providers',
    reach: async (page) => {
      await page.keyboard.press('Control+k');
    },
    shows: (page) => page.getByRole('dialog').getByRole('option').first(),
  },
  sheet: {
    path: '/providers',
    reach: async (page) => {
      await page.keyboard.press('Shift+?');
    },
    shows: (page) => page.getByRole('dialog'),
  },
  toast: {
    path: '/providers',
    reach: async (page, t) => {
      const row = page.getByRole('switch', { name: t('providers:list.activeSwitch', { name: 'Hugging Face' }) });
      await page.locator('label', { has: row }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('providers:disable.confirm') })
        .click();
    },
    shows: (page, t) => page.getByRole('button', { name: t('common:action.undo') }).first(),
  },
};
