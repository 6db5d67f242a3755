import type { AuditEntryOutput } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me.js';
import { useDaysWords } from '../../components/days-words.js';
import type { ActiveFilter } from '../../components/FilterBar.js';
import { eventName } from './event-name.js';
import { nameOf } from './name-of.js';
import { useActorChoices } from './useAudit.js';
import { useAuditSearch } from './useAuditSearch.js';

/** What the log is narrowed to, in words. */
export function useActiveFilters(entries: readonly AuditEntryOutput[] = []): ActiveFilter[] {
  const { t } = useTranslation('audit');
  const { search, filter } = useAuditSearch();
  const actors = useActorChoices(useMay('audit.readAny'));
  const daysWords = useDaysWords();
  const { event, actor, type, target, via, from, to } = search;
  const chips: ActiveFilter[] = [];
  const add = (id: string, label: string, onRemove: () => void) => chips.push({ id, label, onRemove });

  if (event) add('event', t('filter.eventIs', { value: eventName(t, event) }), () => filter({ event: undefined }));
  if (actor) {
    const known = actors.find(({ publicId }) => publicId === actor);
    const value = (known && nameOf(known.name, known.email)) ?? nameIn(entries, actor) ?? actor;
    add('actor', t('filter.actorIs', { value }), () => filter({ actor: undefined }));
  }
  if (type) {
    const value = t(`type.${type}` as 'type.provider', { defaultValue: type }); // the address may hold another
    add('type', t('filter.typeIs', { value }), () => filter({ type: undefined }));
  }
  if (target) {
    const value = entries.find((entry) => entry.target.publicId === target)?.target.label ?? target;
    add('target', t('filter.targetIs', { value }), () => filter({ target: undefined }));
  }
  if (via) add('via', t('filter.viaIs', { value: t(`via.${via}`) }), () => filter({ via: undefined }));
  if (from ?? to) {
    const value = daysWords({ from, to });
    add('days', t('filter.daysAre', { value }), () => filter({ from: undefined, to: undefined }));
  }
  return chips;
}

function nameIn(entries: readonly AuditEntryOutput[], publicId: string): string | undefined {
  const actor = entries.find((entry) => entry.actor.publicId === publicId)?.actor;
  return actor && nameOf(actor.name, actor.label);
}
