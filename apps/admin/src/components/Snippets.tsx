import { ActionIcon, Tabs } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recall, remember } from '../theme/appearance.js';
import { canCopy, copyText } from './clipboard.js';
import classes from './Snippets.module.css';

export interface Snippet {
  id: string;
  /** The language or tool that it is for; the same in every language of the panel. */
  label: string;
  text: string;
}

interface Props {
  /** What the snippets do, for screen readers. */
  label: string;
  snippets: readonly Snippet[];
}

const storageKey = 'panel-snippet';

/** One thing to do in several languages of programs. The chosen one is remembered everywhere. */
export function Snippets({ label, snippets }: Props) {
  const [chosen, setChosen] = useState(() => recall(storageKey));
  const shown = snippets.find(({ id }) => id === chosen) ?? snippets[0];
  const choose = (id: string | null) => {
    setChosen(id);
    if (id !== null) remember(storageKey, id);
  };
  return (
    <Tabs value={shown?.id ?? null} onChange={choose} className={classes.root}>
      <Tabs.List aria-label={label}>
        {snippets.map(({ id, label: name }) => (
          <Tabs.Tab key={id} value={id} dir="ltr">
            {name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {snippets.map((snippet) => (
        <Tabs.Panel key={snippet.id} value={snippet.id}>
          <CodeText snippet={snippet} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

function CodeText({ snippet: { label, text } }: { snippet: Snippet }) {
  const { t } = useTranslation();
  return (
    <div className={classes.block} dir="ltr">
      {/* It scrolls by itself, and so must be reachable by keyboard. */}
      <pre className={classes.code} tabIndex={0} role="region" aria-label={label}>
        {text}
      </pre>
      {canCopy() && (
        <ActionIcon
          className={classes.copy}
          variant="default"
          aria-label={t('copy.snippet', { name: label })}
          onClick={() => copyText(text, t('copy.done', { name: label }))}
        >
          <IconCopy size={16} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}
