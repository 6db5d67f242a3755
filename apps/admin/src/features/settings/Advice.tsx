import { Alert } from '@mantine/core';
import { IconTool } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import { Ltr } from '../../components/Ltr.js';

interface Props {
  words: 'olderKeys' | 'unbound' | 'lost' | 'driftFix';
  command: string;
  count?: number;
}

/** What is not as it should be, and the command that helps. */
export function Advice({ words, command, count = 0 }: Props) {
  const { t } = useTranslation('settings');
  return (
    <Alert color="orange" mt="sm" icon={<IconTool aria-hidden />}>
      <Trans
        t={t}
        i18nKey={`system.${words}`}
        values={{ command }}
        count={count}
        components={{ command: <Ltr mono>{command}</Ltr> }}
      />
    </Alert>
  );
}
