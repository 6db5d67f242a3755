import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { canCopy, copyText } from '../components/clipboard.js';
import { crashDetails } from './crash-details.js';

/** What to pass on to whoever can mend it. */
export function CopyDetails({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const router = useRouter();
  if (!canCopy()) return null;
  const page = router.state.matches.at(-1)?.fullPath ?? '';
  return (
    <Button size="xs" variant="default" onClick={() => copyText(crashDetails(error, page), t('error.detailsCopied'))}>
      {t('error.copyDetails')}
    </Button>
  );
}
