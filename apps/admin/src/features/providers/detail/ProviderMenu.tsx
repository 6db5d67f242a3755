import type { ProviderOutput } from '@ai-providers/contracts';
import { RowMenu } from '../../../components/RowMenu.js';
import { useProviderToggle } from '../useProviderToggle.js';
import { useRowActions } from '../useRowActions.js';
import { useGiveUp } from './useGiveUp.js';

/** On the provider's own page, what the list offers in its row. */
export function ProviderMenu({ provider }: { provider: ProviderOutput }) {
  const [toggle, disabling] = useProviderToggle();
  const [giveUp, deleting] = useGiveUp(provider);
  const actions = useRowActions({ onToggle: toggle, onDelete: giveUp });
  return (
    <>
      <RowMenu name={provider.displayName} actions={actions(provider)} />
      {disabling}
      {deleting}
    </>
  );
}
