import type { TokenOutput } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import { envText, tokenSnippets } from '../../api/snippets.js';
import { ShowOnce } from '../../components/ShowOnce.js';

/** The answer to making or rotating a token. */
export interface MadeToken {
  token: string;
  item: TokenOutput;
}

/** The one time that a token is seen. */
export function TokenOnce({ made: { token, item }, onDone }: { made: MadeToken; onDone: () => void }) {
  const { t } = useTranslation('tokens');
  const [first] = item.providers ?? [];
  return (
    <ShowOnce
      title={t('once.title', { name: item.name })}
      label={t('once.label')}
      value={token}
      file={{ name: 'daps.env', text: envText(token) }}
      snippets={tokenSnippets({ url: window.location.origin, scopes: item.scopes, provider: first?.slug, token })}
      onDone={onDone}
    />
  );
}
