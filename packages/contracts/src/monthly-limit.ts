import { z } from 'zod';
import { limits } from './limits.js';

/** Requests in a calendar month (UTC); null for no limit, 0 for none allowed. */
export const monthlyLimit = z.int().min(0).max(limits.int).nullable();
/** What holds for an admin and a provider while nobody has chosen a limit, unless the system's settings say otherwise. */
export const usualMonthlyLimit = 1000;
