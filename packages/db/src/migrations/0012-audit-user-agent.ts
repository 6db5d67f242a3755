/** With which program something was done, beside from which address. What was written before says nothing of it. */
export const up = `alter table audit_log add column user_agent varchar(300);`;
