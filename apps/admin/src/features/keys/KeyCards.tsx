import type { SettingsOutput } from '@ai-providers/contracts';
import { KeyCard } from './KeyCard.js';
import classes from './Keys.module.css';
import { usageLevel } from './usage-level.js';
import { useKeySplit } from './useMyUsage.js';

interface Props {
  all: readonly SettingsOutput[];
  /** Opens the dialog for the caller's own key. */
  onEnter: (slug: string) => void;
}

/** A card for each provider, with what still works beside one whose limit is reached. */
export function KeyCards({ all, onEnter }: Props) {
  const [first] = all;
  const split = useKeySplit(first?.resetsAt);
  const open = all.filter((settings) => settings.key.allowed && hasRoom(settings));
  return (
    <div className={classes.cards}>
      {all.map((settings) => (
        <KeyCard
          key={settings.provider.slug}
          settings={settings}
          split={split.get(settings.provider.slug)}
          others={open.filter((other) => other !== settings).map(({ provider }) => provider.displayName)}
          onEnter={() => onEnter(settings.provider.slug)}
        />
      ))}
    </div>
  );
}

const hasRoom = (settings: SettingsOutput) => !['reached', 'noneAllowed'].includes(usageLevel(settings));
