import type { SettingsOutput } from '@ai-providers/contracts';
import { Stack, Text } from '@mantine/core';
import { Trans, useTranslation } from 'react-i18next';
import { resolveSnippets } from '../../api/snippets.js';
import { Dialog } from '../../components/Dialog.js';
import { Ltr } from '../../components/Ltr.js';
import { Snippets } from '../../components/Snippets.js';

interface Props {
  provider: SettingsOutput['provider'];
  onClose: () => void;
}

/** How a program gets the key that its owner's calls use. */
export function SnippetDialog({ provider, onClose }: Props) {
  const { t } = useTranslation('keys');
  const title = t('snippet.title', { name: provider.displayName });
  return (
    <Dialog title={title} onClose={onClose} size={680}>
      <Stack>
        <Text size="sm">
          <Trans t={t} i18nKey="snippet.text" components={{ code: <Ltr mono>{null}</Ltr> }} />
        </Text>
        <Snippets label={title} snippets={resolveSnippets(window.location.origin, provider.slug)} />
      </Stack>
    </Dialog>
  );
}
