import type { ownSteps, setupSteps } from '@ai-providers/contracts/names';
import type { LinkProps } from '@tanstack/react-router';

type Step = (typeof setupSteps)[number] | (typeof ownSteps)[number];

/** Where each step is done. */
export const stepPages: Record<Step, NonNullable<LinkProps['to']>> = {
  key: '/providers',
  model: '/models',
  admin: '/admins',
  limit: '/admins',
  token: '/tokens',
  addKey: '/me/keys',
  makeToken: '/tokens',
};
