import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import { Ltr } from '../../components/Ltr.js';
import type { Check } from './setup-checks.js';
import classes from './Setup.module.css';

const icons = { ok: IconCircleCheck, note: IconAlertTriangle, bad: IconCircleX };

export function CheckRows({ checks }: { checks: readonly Check[] }) {
  return (
    <div role="status">
      <ul className={classes.checks}>
        {checks.map((check) => (
          <CheckRow key={check.name} check={check} />
        ))}
      </ul>
    </div>
  );
}

/** What was found, and what to do about it in one sentence. Variables are named, and never shown. */
function CheckRow({ check }: { check: Check }) {
  const { t } = useTranslation('setup');
  const Icon = icons[check.state];
  return (
    <li className={classes.check}>
      <Icon size={20} aria-hidden className={classes[check.state]} />
      <div>
        <Text size="sm" fw={600}>
          {t(`check.${check.name}.title`)} <span className="visually-hidden">{t(`check.${check.state}`)}</span>
        </Text>
        <Text size="sm" c="dimmed">
          <Trans t={t} i18nKey={sentenceOf(check)} components={{ name: <Ltr mono>{null}</Ltr> }} />
        </Text>
      </div>
    </li>
  );
}

function sentenceOf(check: Check) {
  switch (check.name) {
    case 'database':
      return `check.database.${check.is}` as const;
    case 'cache':
      return `check.cache.${check.is}` as const;
    case 'secretKey':
      return `check.secretKey.${check.is}` as const;
    case 'publicUrl':
      return `check.publicUrl.${check.is}` as const;
  }
}
