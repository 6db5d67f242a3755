/** What a token may be limited to, where it was used and refused, and that another has taken its place. */
export const up = `
alter table api_tokens
  -- Whether api_token_providers says nothing about this token. With false and no row left it reaches no provider.
  add column all_providers boolean not null default true,
  add column allowed_ips jsonb not null default '[]'
    constraint api_tokens_allowed_ips_check check (jsonb_typeof(allowed_ips) = 'array'),
  add column last_used_ip varchar(45),
  add column last_refused_at timestamptz,
  add column last_refused_ip varchar(45),
  add column replaced_at timestamptz;

create table api_token_providers (
  token_id bigint not null constraint api_token_providers_token_id_fkey references api_tokens (id) on delete cascade,
  provider_id bigint not null
    constraint api_token_providers_provider_id_fkey references ai_providers (id) on delete cascade,
  constraint api_token_providers_pkey primary key (token_id, provider_id)
);
create index api_token_providers_provider_id_idx on api_token_providers (provider_id);
`;
