import type { Capability } from '@ai-providers/contracts';
import { Text, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Models.module.css';

interface Props {
  capabilities: readonly Capability[];
  /** Folds what is beyond this many. */
  max?: number;
}

export function CapabilityChips({ capabilities, max = capabilities.length }: Props) {
  const { t } = useTranslation('models');
  if (capabilities.length === 0) return <Nothing />;
  const folded = capabilities.slice(max).map((each) => t(`capability.${each}.word`));
  return (
    <span className={classes.chips}>
      {capabilities.slice(0, max).map((each) => (
        <span key={each} className={classes.chip}>
          {t(`capability.${each}.word`)}
        </span>
      ))}
      {folded.length > 0 && <Folded words={folded} />}
    </span>
  );
}

function Folded({ words }: { words: readonly string[] }) {
  const { t } = useTranslation('models');
  const all = words.join(t('capability.comma'));
  return (
    <Tooltip label={all}>
      <span tabIndex={0} className={classes.chip}>
        <span aria-hidden>{t('capability.more', { count: words.length })}</span>
        <span className="visually-hidden">{all}</span>
      </span>
    </Tooltip>
  );
}

function Nothing() {
  return (
    <Text span inherit c="dimmed">
      —
    </Text>
  );
}
