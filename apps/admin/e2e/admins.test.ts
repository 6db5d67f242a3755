import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './support/accessibility.js';
import { launch, picture, settled, visit, type Look, type Visitor } from './support/browser.js';
import { call, enter, root, withRoot } from './support/people.js';
import { startServer, type RunningServer } from './support/server.js';
import { words } from './support/strings.js';
import { typeInto } from './support/walk.js';

const newcomer = { name: 'Nima', email: 'nima@example.com', password: 'a few words in a row' };

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each<Look>([
  { language: 'en', scheme: 'light' },
  { language: 'fa', scheme: 'dark' },
])('admins, $language $scheme', ({ language, scheme }) => {
  const t = words(language);
  const digits = (text: string) =>
    language === 'fa' ? text.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit))) : text;
  let server: RunningServer;
  let owner: Visitor;
  let invited: Visitor;
  let page: Page;
  let link = '';

  beforeAll(async () => {
    server = await startServer(withRoot);
    owner = await visit(browser, { language, scheme });
    invited = await visit(browser, { language, scheme });
    ({ page } = owner);
    await enter(page, server.url, root);
  });
  afterAll(async () => {
    await owner.close();
    await invited.close();
    await server.stop();
  });

  const shown = async (name: string, on = page, layerOpen = false) => {
    if (!layerOpen) await settled(on);
    await picture(on, `admins.${name}.${language}.${scheme}`);
    expect(await violations(on, { layerOpen })).toEqual([]);
  };
  const heading = (text: string, on = page) => on.getByRole('heading', { level: 1, name: text });
  const button = (name: string, on = page) => on.getByRole('button', { name, exact: true });
  const dialog = (on: Page) => on.getByRole('dialog');
  const menuOf = async (name: string, deed: string) => {
    await page.getByRole('button', { name: t('common:action.more', { name }) }).click();
    await page.getByRole('menuitem', { name: deed }).click();
  };
  const openNewcomer = async (tab = '') => {
    await page.goto(`${server.url}/admins?search=${newcomer.email}`);
    await page.getByRole('link', { name: newcomer.name, exact: true }).click();
    await heading(newcomer.name).waitFor();
    if (tab !== '') await page.getByRole('tab', { name: tab }).click();
    await settled(page);
  };

  it('chooses what newcomers begin with', async () => {
    await page.goto(`${server.url}/settings/system`);
    const limit = page.getByLabel(t('settings:defaults.limit'));
    await limit.fill(digits('300'));
    await button(t('common:action.save')).click();
    await page.getByText(t('common:form.saved')).waitFor();
    await shown('system');
  });

  it('invites somebody by keyboard alone, and shows the link once', async () => {
    await page.goto(`${server.url}/providers`);
    await settled(page);
    const goToAdmins = async () => {
      await page.keyboard.press('g');
      await page.keyboard.press('a');
      return page.url();
    };
    // The keys come with a part of the frame that the first page does not wait for.
    await expect.poll(goToAdmins, { timeout: 20_000 }).toBe(`${server.url}/admins`);
    await heading(t('admins:title')).waitFor();
    await page.getByText(t('admins:list.aloneTitle')).waitFor();
    await shown('alone');
    await page.keyboard.press('i');
    await dialog(page).getByText(digits('300'), { exact: false }).waitFor();
    await typeInto(dialog(page).getByRole('textbox').first(), newcomer.email);
    for (let field = 0; field < 3; field += 1) await page.keyboard.press('Tab');
    await page.keyboard.type(digits('50'));
    await shown('invite', page, true);
    await page.keyboard.press('Enter');
    const made = page.getByRole('textbox', { name: t('admins:link.label') });
    link = await made.inputValue();
    expect(link).toMatch(new RegExp(`^${server.url}/invite#token=[\\w-]{43}$`));
    await shown('link', page, true);
    await page.keyboard.press('Escape');
    await button(t('common:showOnce.stay')).click();
    await page.getByRole('checkbox', { name: t('common:showOnce.stored') }).press('Space');
    await button(t('common:showOnce.done')).press('Enter');
    await made.waitFor({ state: 'detached' });
    await page.getByText(t('admins:state.invited'), { exact: true }).last().waitFor();
    await shown('list');
    const held = await page.evaluate(() => document.documentElement.outerHTML + JSON.stringify(localStorage));
    expect(held).not.toContain(link.split('=')[1]);
  });

  it('lets the invited in, who takes the secret out of the address', async () => {
    await invited.page.goto(link);
    await heading(t('auth:invite.title'), invited.page).waitFor();
    await expect.poll(() => invited.page.url()).toBe(`${server.url}/invite`);
    await invited.page.getByLabel(t('auth:invite.name')).fill(newcomer.name);
    await shown('accept', invited.page);
    await invited.page.getByLabel(t('auth:invite.password'), { exact: true }).fill(newcomer.password);
    await button(t('auth:invite.submit'), invited.page).click();
    await heading(t('dashboard:title'), invited.page).waitFor();
  });

  it('shows them their limit, and nothing of other admins', async () => {
    await invited.page.goto(`${server.url}/me/keys`);
    await invited.page.getByText(digits('50'), { exact: false }).first().waitFor();
    expect(await invited.page.getByRole('link', { name: t('common:nav.admins'), exact: true }).count()).toBe(0);
    for (const path of ['/admins', '/admins/00000000-0000-4000-8000-000000000000']) {
      await invited.page.goto(`${server.url}${path}`);
      await heading(t('common:error.forbiddenTitle'), invited.page).waitFor();
    }
    await shown('forbidden', invited.page);
    const sent = invited.answers.join('\n');
    expect(invited.answers.length).toBeGreaterThan(3);
    for (const theirs of [root.email, 'personalKeys', 'lastSeenAt', 'inviteExpiresAt', 'defaultMonthlyLimit'])
      expect(sent).not.toContain(theirs);
  });

  it('says that a link is spent', async () => {
    const late = await visit(browser, { language, scheme });
    await late.page.goto(link);
    await late.page.getByLabel(t('auth:invite.password'), { exact: true }).fill(newcomer.password);
    await button(t('auth:invite.submit'), late.page).click();
    await late.page.getByText(t('errors:reason.INVITE_INVALID')).waitFor();
    await shown('spent', late.page);
    await late.close();
  });

  it('sets a limit that the other sees at their next look', async () => {
    await openNewcomer(t('admins:tab.limits'));
    await shown('limits');
    await menuOf('OpenAI', t('admins:limit.set'));
    await page.getByLabel(t('admins:limit.label'), { exact: true }).fill(digits('7'));
    await shown('limit', page, true);
    await page.keyboard.press('Enter');
    await dialog(page).waitFor({ state: 'detached' });
    await invited.page.goto(`${server.url}/me/keys`);
    await invited.page
      .getByText(new RegExp(`(^|\\D)${digits('7')}(\\D|$)`))
      .first()
      .waitFor();
  });

  it('raises it until a day, and both see what holds and what comes after', async () => {
    const number = (value: number) => value.toLocaleString(language);
    const raised = new RegExp(`${number(10_000)} .*[0-9۰-۹]{4}`); // the date has a year
    const [, after = ''] = t('common:until.raised', { limit: '', date: '|', usual: number(7) }).split('|');
    await menuOf('OpenAI', t('admins:limit.set'));
    await page.getByLabel(t('admins:limit.label'), { exact: true }).fill(digits('10000'));
    await page.getByLabel(t('common:until.label'), { exact: true }).selectOption('day');
    await dialog(page).getByText(t('common:until.hint')).waitFor();
    await shown('raise', page, true);
    await button(t('admins:limit.save')).click();
    await dialog(page).waitFor({ state: 'detached' });
    const row = page.getByRole('cell', { name: after });
    expect(await row.textContent()).toMatch(raised);
    await shown('raised');
    await invited.page.goto(`${server.url}/me/keys`);
    const words = invited.page.getByText(after, { exact: false });
    expect(await words.first().textContent()).toMatch(raised);
    await shown('raised-key', invited.page);
  });

  it('sets one for several at once, and says why a key is not given', async () => {
    for (const name of ['Anthropic', 'Groq'])
      await page.getByRole('checkbox', { name: t('common:selection.row', { name }), exact: true }).click();
    const bar = page.getByRole('region', { name: t('common:selection.label') });
    await bar.getByRole('button', { name: t('admins:limit.set') }).click();
    await page.getByLabel(t('admins:limit.none'), { exact: true }).check();
    await button(t('admins:limit.save')).click();
    const without = page.getByRole('cell', { name: t('admins:limit.none'), exact: true });
    await expect.poll(() => without.count()).toBe(2);
    await button(t('keys:why.of', { name: 'OpenAI' })).click();
    await dialog(page).getByText(t('keys:theirs.rule.account_active.active')).waitFor();
    await shown('why', page, true);
    await page.keyboard.press('Escape');
  });

  it('grants the highest role only where the email is typed', async () => {
    await openNewcomer();
    await shown('account');
    await button(t('admins:role.grant')).click();
    const grant = dialog(page).getByRole('button', { name: t('admins:role.grant') });
    expect(await grant.isDisabled()).toBe(true);
    await typeInto(dialog(page).getByRole('textbox'), newcomer.email);
    await shown('grant', page, true);
    await page.keyboard.press('Enter');
    await page.getByText(t('admins:role.granted', { name: newcomer.name })).waitFor();
    await button(t('admins:role.revoke')).click();
    const revoke = dialog(page).getByRole('button', { name: t('admins:role.revoke') });
    await revoke.click();
    await page.getByText(t('admins:role.revoked', { name: newcomer.name })).waitFor();
  });

  it('does not save over what somebody else saved', async () => {
    await openNewcomer();
    const publicId = new URL(page.url()).pathname.split('/').at(-1);
    const other = await owner.context.newPage();
    await other.goto(`${server.url}/login`);
    await call(other, 'admins.update', { publicId, patch: { name: 'Nima A.' } });
    await other.close();
    const name = page.getByLabel(t('admins:column.name'), { exact: true });
    await name.fill('Nima B.');
    await button(t('common:action.save')).click();
    await dialog(page).getByRole('radio').nth(1).check(); // theirs
    await shown('conflict', page, true);
    await button(t('common:merge.apply')).click();
    await expect.poll(() => name.inputValue()).toBe('Nima A.');
    await name.fill(newcomer.name);
    await button(t('common:action.save')).click();
    await page.getByText(t('common:form.saved')).waitFor();
  });

  it('shows the ways in and what was done, and ends a session', async () => {
    await openNewcomer(t('admins:tab.access'));
    await shown('access');
    await page
      .getByRole('button', { name: new RegExp(t('settings:sessions.revoke')) })
      .first()
      .click();
    await dialog(page)
      .getByRole('button', { name: t('admins:sessions.revoke') })
      .click();
    await page.getByText(t('admins:sessions.none')).waitFor();
    await openNewcomer(t('admins:tab.activity'));
    await page.getByText(t('audit:sentence.auth.invite_accept'), { exact: false }).first().waitFor();
    await shown('activity');
  });

  it.each([390, 320])('fits a screen of %i', async (width) => {
    const whole = page.viewportSize() ?? expect.fail();
    await page.setViewportSize({ width, height: 844 });
    for (const tab of ['profile', 'limits', 'access', 'activity'] as const) {
      await page.getByRole('tab', { name: t(`admins:tab.${tab}`) }).click();
      await shown(`${tab}.${width}`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over, tab).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize(whole);
  });

  it('disables by ticks, tells of each what became of it, and brings it back', async () => {
    await page.goto(`${server.url}/admins`);
    await settled(page);
    await page.getByRole('checkbox', { name: t('common:selection.page') }).click();
    const bar = page.getByRole('region', { name: t('common:selection.label') });
    await bar.getByRole('button', { name: t('admins:bulk.disable') }).click();
    await button(t('admins:bulk.disableConfirm')).click();
    await bar.getByText(t('errors:reason.OWN_ACCOUNT'), { exact: false }).waitFor();
    await page.getByRole('cell', { name: t('admins:state.disabled') }).waitFor();
    await shown('bulk');
    await page.keyboard.press('Escape');
    await menuOf(newcomer.name, t('admins:switch.enable'));
    await page.getByText(t('admins:switch.enabled', { name: newcomer.name })).waitFor();
  });

  it('offers nobody what would lock themselves out, and says why', async () => {
    await page.goto(`${server.url}/admins`);
    await page.getByRole('link', { name: root.email }).click();
    await page.getByText(t('admins:guard.own')).first().waitFor();
    for (const deed of ['admins:role.revoke', 'admins:switch.confirm', 'admins:delete.open'])
      expect(await button(t(deed)).isDisabled()).toBe(true);
    await shown('own');
  });

  it('deletes an account by typing its email, with what ends with it in numbers', async () => {
    await openNewcomer();
    await button(t('admins:delete.open')).click();
    await dialog(page)
      .getByText(t('admins:delete.sessions_other', { count: digits('0') }))
      .waitFor();
    await typeInto(dialog(page).getByRole('textbox'), newcomer.email);
    await shown('delete', page, true);
    await page.keyboard.press('Enter');
    await heading(t('admins:title')).waitFor();
    await page.getByText(t('admins:list.aloneTitle')).waitFor();
    await invited.page.goto(`${server.url}/me/keys`);
    await heading(t('auth:login.title'), invited.page).waitFor();
  });

  it('hears no complaint of the browser', () => {
    const expected = /status of 4(01|03|09)/; // nobody signed in yet; the conflict and the spent link
    expect([...owner.complaints, ...invited.complaints].filter((line) => !expected.test(line))).toEqual([]);
  });
});
