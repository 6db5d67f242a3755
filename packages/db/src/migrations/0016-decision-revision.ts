/**
 * One value that is another one after every change of what decides over an admin's key or a model's price. An admission
 * compares it instead of reading the user, the provider and the model anew for each request: a quarter of its time
 * (measured). Noted at the commit and once a transaction: nobody who changes one record waits for it while it holds a
 * lock that somebody else wants. At random, so that no restored database has a value that another one had.
 */
export const up = `
create function note_decision_change() returns trigger language plpgsql as $$
begin
  if current_setting('ai_providers.decision_change_noted', true) = 'yes' then
    return null;
  end if;
  insert into system_state (key, value) values ('decision_revision', gen_random_uuid()::text)
  on conflict (key) do update set value = excluded.value;
  perform set_config('ai_providers.decision_change_noted', 'yes', true);
  return null;
end $$;

${noted('users', 'is_active', 'is_superuser', 'is_admin_full')}
${noted(
  'ai_providers',
  'public_id',
  'slug',
  'is_active',
  'allow_personal_keys',
  'allow_shared_for_normal_admins',
  'shared_api_key',
  'shared_api_key_binding',
)}
${noted('ai_models', 'provider_id', 'model_id', 'pricing_input', 'pricing_output', 'config')}
-- Requests may have named a model before it was known, and a price ends with its model.
create constraint trigger ai_models_decision_rows after insert or delete on ai_models
  deferrable initially deferred for each row execute function note_decision_change();
`;

function noted(table: string, ...columns: string[]): string {
  const of = (row: string) => columns.map((column) => `${row}.${column}`).join(', ');
  return `create constraint trigger ${table}_decision after update of ${columns.join(', ')} on ${table}
  deferrable initially deferred for each row
  when ((${of('old')}) is distinct from (${of('new')})) execute function note_decision_change();`;
}
