import type { CatalogueEntry } from '@ai-providers/contracts';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../../components/SearchField.js';
import { useRovingGrid } from '../../../components/useRovingGrid.js';
import classes from './Add.module.css';
import { Card, CustomCard } from './Card.js';
import { pick, type Group as CardGroup } from './pick.js';
import { useAddSearch } from './useAddSearch.js';
import { useLineOf } from './useLineOf.js';

const groups = ['popular', 'compatible', 'local', 'all'] as const;

/** Known providers as cards; arrows walk among them, Enter takes one. */
export function Choose({ entries }: { entries: readonly CatalogueEntry[] }) {
  const { t } = useTranslation('catalogue');
  const { search, go } = useAddSearch();
  const lineOf = useLineOf();
  const group = search.group ?? 'popular';
  const found = pick(entries, { search: search.search, group }, lineOf);
  const grid = useRovingGrid(found.length + 1);
  return (
    <Stack>
      <div className={classes.controls}>
        <SearchField
          value={search.search ?? ''}
          placeholder={t('choose.search')}
          onSearch={(text) => go({ ...search, search: text || undefined }, { replace: true })}
        />
        <Groups shown={search.search === undefined ? group : 'all'} onShow={(value) => go({ group: groupOf(value) })} />
      </div>
      <Text size="sm" role="status" c="dimmed">
        {found.length === 0 ? t('choose.nothing') : t('choose.found', { count: found.length })}
      </Text>
      {/* The custom one comes first where nothing else is left, and last otherwise. */}
      <ul className={classes.grid} aria-label={t('steps.choose')} {...grid.list}>
        {found.map((entry, index) => (
          <li key={entry.kind}>
            <Card entry={entry} line={lineOf(entry.kind)} tabIndex={grid.tabIndexOf(index)} />
          </li>
        ))}
        <li>
          <CustomCard tabIndex={grid.tabIndexOf(found.length)} />
        </li>
      </ul>
    </Stack>
  );
}

function Groups({ shown, onShow }: { shown: CardGroup; onShow: (group: CardGroup) => void }) {
  const { t } = useTranslation('catalogue');
  return (
    <Group gap={4} role="group" aria-label={t('choose.groups')}>
      {groups.map((value) => (
        <Button
          key={value}
          variant={shown === value ? 'light' : 'default'}
          aria-pressed={shown === value}
          onClick={() => onShow(value)}
        >
          {t(`choose.group.${value}`)}
        </Button>
      ))}
    </Group>
  );
}

const groupOf = (value: string): CardGroup | undefined =>
  value === 'popular' ? undefined : groups.find((each) => each === value);
