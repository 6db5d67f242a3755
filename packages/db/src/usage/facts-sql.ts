/**
 * A fingerprint of everything that decides whether an admin gets a key. An admission carries the one that its decision
 * was made on, and the statement that counts compares it: a decision can be remembered and is never out of date. 64 bits
 * taken from the columns as they are: a tenth of the time of SHA-256 over their text, and nobody gains by a clash of
 * fingerprints, since each stored key is fresh random text of this program's own making.
 */
export const accountStamp = `hash_record_extended(row(u.is_active, u.is_superuser or u.is_admin_full, p.slug, p.is_active,
  p.public_id, p.allow_personal_keys, p.allow_shared_for_normal_admins, p.shared_api_key, p.shared_api_key_binding,
  s.public_id, s.use_shared_api, s.personal_api_key, s.personal_api_key_binding, s.raised_limit, s.raised_until), 0)`;

/** The same of what decides a request's price. */
export const modelStamp = `hash_record_extended(row(m.id, m.provider_id, m.model_id, m.pricing_input, m.pricing_output,
  m.config -> 'pricing'), 0)`;
