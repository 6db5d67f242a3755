import type { AttentionItem } from '@ai-providers/contracts';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/links.js';
import { useFmt } from '../../i18n/fmt.js';
import { namesIn } from './useAttentionWords.js';

interface Props {
  item: AttentionItem;
  /** Opens the dialog of a row that has one. */
  onOpen: () => void;
}

const looks = { size: 'xs', variant: 'default' } as const;

/** The one button of a row. */
export function AttentionRemedy({ item, onOpen }: Props) {
  const { t } = useTranslation('dashboard');
  switch (item.kind) {
    case 'limitRequest':
      return (
        <Button {...looks} aria-label={t('attention.answerOf', namesIn(item))} onClick={onOpen}>
          {t('attention.answer')}
        </Button>
      );
    case 'nearLimit':
      return (
        <Button {...looks} aria-label={t('attention.raiseOf', namesIn(item))} onClick={onOpen}>
          {t('attention.raise')}
        </Button>
      );
    case 'keysUnreadable':
    case 'keysMissing':
      return <KeysLink item={item} />;
    case 'modelsRetired':
      return (
        <ButtonLink {...looks} to="/models" search={{ provider: [item.provider.slug], status: 'retiredActive' }}>
          {t('attention.showModels')}
        </ButtonLink>
      );
    case 'drift':
      return (
        <ButtonLink {...looks} to="/settings/system">
          {t('attention.showSystem')}
        </ButtonLink>
      );
  }
}

/** To the one provider, or to the list of them. */
function KeysLink({ item }: { item: Extract<AttentionItem, { providers: unknown }> }) {
  const { t } = useTranslation('dashboard');
  const fmt = useFmt();
  const { kind, providers } = item;
  const [only] = providers;
  if (only && providers.length === 1) {
    return (
      <ButtonLink {...looks} to="/providers/$slug" params={{ slug: only.slug }} search={{ tab: 'connection' }}>
        {t('attention.enterKey')}
      </ButtonLink>
    );
  }
  const key = kind === 'keysMissing' ? 'none' : 'unreadable';
  return (
    <ButtonLink {...looks} to="/providers" search={{ key, status: 'active' }}>
      {t('attention.showAll', { shown: fmt.number(providers.length) })}
    </ButtonLink>
  );
}
