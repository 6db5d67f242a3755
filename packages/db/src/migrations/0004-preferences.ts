/** How the panel looks to each admin. */
export const up = `
alter table users add column preferences jsonb not null default '{}'
  constraint users_preferences_check check (jsonb_typeof(preferences) = 'object');
`;
