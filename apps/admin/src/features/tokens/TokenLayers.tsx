import type { TokenOutput } from '@ai-providers/contracts';
import { NewToken } from './NewToken.js';
import { RenameToken } from './RenameToken.js';
import { RevokeToken } from './RevokeToken.js';
import { RotateToken } from './RotateToken.js';
import { TokenOnce, type MadeToken } from './TokenOnce.js';
import { useTokensSearch } from './useTokensSearch.js';

/** What a row's menu asks for. */
export interface Asked {
  deed: 'rename' | 'rotate' | 'revoke';
  token: TokenOutput;
}

interface Props {
  asked: Asked | null;
  made: MadeToken | null;
  onAsked: (asked: Asked | null) => void;
  onMade: (made: MadeToken) => void;
  onForget: () => void;
}

/** What lies over the list, one at a time. */
export function TokenLayers({ asked, made, onAsked, onMade, onForget }: Props) {
  const { isMaking, stopMaking } = useTokensSearch();
  const close = () => onAsked(null);
  const show = (token: MadeToken) => {
    onMade(token);
    if (asked) close();
    else stopMaking({ ignoreBlocker: true });
  };
  if (made) return <TokenOnce made={made} onDone={onForget} />;
  if (asked) {
    const { deed, token } = asked;
    if (deed === 'rename') return <RenameToken token={token} onClose={close} />;
    if (deed === 'rotate') return <RotateToken token={token} onMade={show} onClose={close} />;
    return <RevokeToken token={token} onClose={close} />;
  }
  return isMaking && <NewToken onMade={show} onClose={() => stopMaking()} />;
}
