/** A higher limit that holds for a while. Nothing has to end it: whoever reads it compares its end with the time. */
export const up = `
alter table admin_provider_settings
  add column raised_limit integer constraint admin_provider_settings_raised_limit_check check (raised_limit >= 0),
  -- The first moment at which the usual limit counts again.
  add column raised_until timestamptz,
  -- A statement that counts several requests at once rests on this: a raise never allows less than the usual limit.
  add constraint admin_provider_settings_raise_check check (
    (raised_limit is null) = (raised_until is null)
    and (raised_limit is null or coalesce(raised_limit > monthly_limit, false))
  );
`;
