import type { TokenOutput } from '@ai-providers/contracts';
import { graceHours } from '@ai-providers/contracts/names';
import { NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { ConfirmOnce } from '../../components/ConfirmOnce.js';
import type { MadeToken } from './TokenOnce.js';
import { useRotateToken } from './useTokens.js';

interface Props {
  token: TokenOutput;
  onMade: (made: MadeToken) => void;
  onClose: () => void;
}

/** A new token in the place of an old one, which may go on working for a while. */
export function RotateToken({ token, onMade, onClose }: Props) {
  const { t } = useTranslation('tokens');
  const rotate = useRotateToken();
  const [grace, setGrace] = useState<(typeof graceHours)[number]>(24);
  const onSuccess = (made: MadeToken) => {
    rotate.reset();
    onMade(made);
  };
  return (
    <ConfirmOnce
      title={t('rotate.title', { name: token.name })}
      confirmLabel={t('rotate.submit')}
      busy={rotate.isPending}
      failure={rotate.error && failureOf(rotate.error)}
      onConfirm={() => rotate.mutate({ publicId: token.publicId, graceHours: grace }, { onSuccess })}
      onClose={onClose}
    >
      <Stack>
        <Text size="sm">{t('rotate.text')}</Text>
        <NativeSelect
          label={t('rotate.grace')}
          value={String(grace)}
          onChange={({ currentTarget: { value } }) => setGrace(graceHours.find((each) => String(each) === value) ?? 24)}
          data={graceHours.map((hours) => ({
            value: String(hours),
            label: hours === 0 ? t('rotate.atOnce') : t('rotate.hours', { count: hours }),
          }))}
        />
      </Stack>
    </ConfirmOnce>
  );
}
