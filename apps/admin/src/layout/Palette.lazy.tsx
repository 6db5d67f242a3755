import '@mantine/spotlight/styles.css';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ltr } from '../components/Ltr.js';
import { Keys } from '../components/ShortcutList.js';
import { useReturnFocus } from '../components/useReturnFocus.js';
import type { PaletteItem } from './palette-items.js';
import classes from './Palette.module.css';
import { PaletteFooter } from './PaletteFooter.js';
import { PaletteSearch } from './PaletteSearch.js';
import { usePalette } from './usePalette.js';

interface Props {
  onClose: () => void;
  onSheet: () => void;
}

const listId = 'palette-list';

/** Search and jump. Mounted while it is open. */
export function Palette({ onClose, onSheet }: Props) {
  const { t } = useTranslation('frame');
  const [[store, { open }]] = useState(createSpotlight);
  const palette = usePalette({ onClose, onSheet });
  const isEmpty = palette.groups.length === 0;
  useReturnFocus();
  useEffect(open, [open]);
  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      onSpotlightClose={onClose}
      overlayProps={{ backgroundOpacity: 0.35 }}
      attributes={{ content: { 'aria-label': t('palette.title') } }}
    >
      <PaletteSearch palette={palette} listId={listId} />
      <Lines palette={palette} />
      {isEmpty && (
        <Spotlight.Empty role="status">
          {palette.isLoading ? t('palette.searching') : t('palette.nothing')}
        </Spotlight.Empty>
      )}
      <PaletteFooter hasStep={palette.step !== null} />
    </Spotlight.Root>
  );
}

function Lines({ palette }: { palette: ReturnType<typeof usePalette> }) {
  const { groups, selected, idOf, run } = palette;
  const { t } = useTranslation('frame');
  return (
    <Spotlight.ActionsList
      id={listId}
      className={classes.list}
      role="listbox"
      aria-label={t('palette.title')}
      hidden={groups.length === 0}
    >
      {groups.map((group) => (
        <Spotlight.ActionsGroup
          key={group.id}
          className={classes.group}
          label={group.label}
          role="group"
          aria-label={group.label}
        >
          {group.items.map((item) => (
            <Option key={item.id} id={idOf(item)} item={item} isSelected={item === selected} onRun={() => run(item)} />
          ))}
        </Spotlight.ActionsGroup>
      ))}
    </Spotlight.ActionsList>
  );
}

interface OptionProps {
  id: string;
  item: PaletteItem;
  isSelected: boolean;
  onRun: () => void;
}

/** The focus stays in the field, whose keys choose: the library's own line would take no id to be named by. */
function Option({ id, item, isSelected, onRun }: OptionProps) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      className={classes.option}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onRun}
    >
      {item.icon && <item.icon size={18} aria-hidden className={classes.icon} />}
      <span className={classes.label}>
        <bdi>{item.label}</bdi>
        {item.detail !== undefined && (
          <span className={classes.detail}>
            <Ltr>{item.detail}</Ltr>
          </span>
        )}
      </span>
      {item.keys !== undefined && <Keys keys={item.keys} />}
    </div>
  );
}
