/**
 * A fingerprint of everything that decides over an admin's key and over the price of a request: the settings row `s`, and
 * the revision that every change of users, providers and models renews (migration 0016). An admission carries the one that
 * its decision was made on, and the statement that counts compares it: a decision can be remembered and is never out of
 * date. 64 bits taken from the columns as they are: a tenth of the time of SHA-256 over their text, and nobody gains by a
 * clash of fingerprints, since each stored key is fresh random text of this program's own making.
 */
export const decisionStamp = `hash_record_extended(row((select value from system_state where key = 'decision_revision'),
  s.public_id, s.use_shared_api, s.personal_api_key, s.personal_api_key_binding, s.raised_limit, s.raised_until), 0)`;
