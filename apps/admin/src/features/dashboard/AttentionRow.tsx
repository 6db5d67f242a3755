import type { AttentionItem } from '@ai-providers/contracts';
import { Text } from '@mantine/core';
import { IconAlertTriangle, IconArchive, IconGauge, IconKeyOff, IconMessage2, IconScale } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import { AttentionRemedy } from './AttentionRemedy.js';
import classes from './Dashboard.module.css';
import { useAttentionWords } from './useAttentionWords.js';

interface Props {
  item: AttentionItem;
  /** Opens the dialog of a row that has one. */
  onOpen: () => void;
}

const icons = {
  limitRequest: IconMessage2,
  nearLimit: IconGauge,
  keysUnreadable: IconAlertTriangle,
  keysMissing: IconKeyOff,
  modelsRetired: IconArchive,
  drift: IconScale,
} satisfies Record<AttentionItem['kind'], unknown>;

export function AttentionRow({ item, onOpen }: Props) {
  const { t } = useTranslation('dashboard');
  const { sentence, values, detail } = useAttentionWords(item);
  const Icon = icons[item.kind];
  return (
    <li className={classes.row}>
      <Icon size={20} aria-hidden className={classes.mark} />
      <div className={classes.words}>
        <span>
          <Trans
            t={t}
            i18nKey={sentence}
            values={values}
            components={{ b: <bdi className={classes.name} /> }}
            tOptions={{ interpolation: { escapeValue: true } }} // names are text and never markup
            shouldUnescape
          />
        </span>
        {detail && (
          <Text size="xs" c="dimmed">
            {detail}
          </Text>
        )}
      </div>
      <AttentionRemedy item={item} onOpen={onOpen} />
    </li>
  );
}
