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
    path: '/providers/groq?tab=config',
    reach: async (page, t) => {
      await page.getByRole('button', { name: t('providers:danger.delete') }).click();
    },
    shows: (page) => page.getByRole('dialog'),
  },
  'show-once': {
    path: '/tokens?new=1',
    reach: async (page, t) => {
      await page
        .getByLabel(new RegExp(`^${t('tokens:form.name')}`))
        .first()
        .fill('views');
      await page.getByRole('button', { name: t('tokens:form.create'), exact: true }).click();
    },
    shows: (page, t) => page.getByLabel(t('tokens:once.label'), { exact: true }),
  },
  'date-range': {
    path: '/audit',
    reach: async (page, t) => {
      const days = page.getByRole('button', { name: t('audit:filter.days') });
      const filters = page.getByRole('button', { name: t('audit:filter.title'), exact: true }); // on a phone
      await days.or(filters).first().waitFor();
      if (await filters.isVisible()) await filters.click();
      await days.click();
    },
    shows: (page) => page.getByRole('grid').first(),
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
    path: '/models?provider=huggingface',
    reach: async (page) => {
      await page
        .locator('tbody label', { has: page.getByRole('switch') })
        .first()
        .click();
    },
    shows: (page, t) => page.getByRole('button', { name: t('common:action.undo') }).first(),
  },
};
