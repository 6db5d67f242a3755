/**
 * What is pending is little, and the roll-up reads all of it every two seconds: whoever looks for what has expired may
 * do so too. Every request wrote to this index when it was made and when it was rolled up.
 */
export const up = `drop index usage_pending_expires_at_idx;`;
