import { adminCreateInput } from '@ai-providers/contracts';
import { describe, expect, it } from 'vitest';
import { inviteInput, type InviteValues } from './useInviteForm.js';

const values: InviteValues = { email: 'new@example.com', name: ' ', role: 'normal', monthlyLimit: '' };

describe('inviteInput', () => {
  it('leaves out what was left empty, so that the defaults hold', () => {
    expect(inviteInput(values)).toEqual({ email: 'new@example.com' });
  });
  it('asks for a super admin where one is chosen, and never for a password', () => {
    expect(inviteInput({ ...values, name: 'New', role: 'super' })).toEqual({
      email: 'new@example.com',
      name: 'New',
      isSuperuser: true,
    });
  });
  it.each([
    ['۵۰', 50],
    ['0', 0],
    [null, null],
  ])('takes the limit %j as %j', (monthlyLimit, limit) => {
    expect(inviteInput({ ...values, monthlyLimit })).toMatchObject({ monthlyLimit: limit });
  });
  it('is refused by the contract where the limit is no number', () => {
    expect(adminCreateInput.safeParse(inviteInput({ ...values, monthlyLimit: 'many' })).success).toBe(false);
  });
});
