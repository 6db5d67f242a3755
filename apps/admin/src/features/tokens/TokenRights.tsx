import type { TokenOutput } from '@ai-providers/contracts';
import { Badge, Group, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { scopeWords } from './scope-words.js';
import classes from './Tokens.module.css';

/** What it may do, and for which providers and from where where it is limited. */
export function TokenRights({ token: { scopes, providers, allowedIps } }: { token: TokenOutput }) {
  const { t } = useTranslation('tokens');
  return (
    <div className={classes.rights}>
      <Group gap={4}>
        {scopes.map((scope) => (
          <Tooltip key={scope} label={t(`scope.${scopeWords[scope]}.meaning`)}>
            <Badge color="gray" tabIndex={0}>
              {t(`scope.${scopeWords[scope]}.word`)}
            </Badge>
          </Tooltip>
        ))}
      </Group>
      {providers && <Limit label={t('list.providers', { count: providers.length })} items={providers.map(nameOf)} />}
      {allowedIps.length > 0 && <Limit label={t('list.addresses', { count: allowedIps.length })} items={allowedIps} />}
    </div>
  );
}

const nameOf = ({ displayName }: { displayName: string }) => displayName;

/** How many, and which on hover and focus. */
function Limit({ label, items }: { label: string; items: readonly string[] }) {
  return (
    <Tooltip label={items.map((item) => `\u2068${item}\u2069`).join(' · ')} disabled={items.length === 0} maw={320}>
      <span className={classes.small} tabIndex={0}>
        {label}
      </span>
    </Tooltip>
  );
}
