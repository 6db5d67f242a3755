import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/me.js';
import { useChoose } from '../../api/preferences.js';
import { modKey } from '../../components/mod-key.js';
import { ShortcutList } from '../../components/ShortcutList.js';
import { pagesFor } from '../../layout/nav.js';
import { allShortcutGroups } from '../../layout/shortcut-groups.js';
import { useAppearance } from '../../theme/appearance.js';
import classes from './Settings.module.css';
import { SettingsFrame } from './SettingsFrame.js';

export function ShortcutsPage() {
  const { t } = useTranslation('settings');
  const frame = useTranslation(['frame', 'common']);
  const choose = useChoose();
  const pages = pagesFor(useMe().data?.can ?? []);
  return (
    <SettingsFrame name="shortcuts">
      <div className={classes.column}>
        <Switch
          label={t('shortcuts.switch')}
          description={t('shortcuts.hint', { palette: `\u2066${modKey} K\u2069` })}
          checked={useAppearance('shortcuts') === 'on'}
          onChange={(event) => choose({ shortcuts: event.currentTarget.checked ? 'on' : 'off' })}
        />
        <ShortcutList order={2} groups={allShortcutGroups(frame.t, pages)} />
      </div>
    </SettingsFrame>
  );
}
