import { lazyPart } from '../components/lazy-part.js';
import { AdminDetailPage } from '../features/admins/AdminDetailPage.js';
import { KeyOfAdmin } from '../features/keys/KeyOfAdmin.js';
import { SessionRow } from '../features/settings/SessionRow.js';

// Of one tab only.
const LatestEntries = lazyPart(async () => (await import('../features/audit/LatestEntries.js')).LatestEntries);

/** The page of one admin, with the parts that other pages have for the same things. */
export function AdminDetailRoute() {
  return <AdminDetailPage KeyInWords={KeyOfAdmin} SessionRow={SessionRow} Activity={LatestEntries} />;
}
