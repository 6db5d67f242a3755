import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me.js';
import { Dialog } from '../components/Dialog.js';
import { TextLink } from '../components/links.js';
import { ShortcutList } from '../components/ShortcutList.js';
import { pagesFor } from './nav.js';
import { shortcutGroups } from './shortcut-groups.js';

/** What `?` opens. Mounted while it is open. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['frame', 'common']);
  const pages = pagesFor(useMe().data?.can ?? []);
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <Stack gap="lg">
        <ShortcutList groups={shortcutGroups(t, pages)} />
        <TextLink to="/settings/shortcuts" size="sm" onClick={onClose}>
          {t('keys.settings')}
        </TextLink>
      </Stack>
    </Dialog>
  );
}
