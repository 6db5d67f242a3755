import type { ProviderOutput } from '@ai-providers/contracts';
import { Stack } from '@mantine/core';
import { AccessSwitches } from './AccessSwitches.js';
import { AdminTable } from './AdminTable.js';

/** Who may use which key of the provider, and who does. */
export function AccessTab({ provider }: { provider: ProviderOutput }) {
  return (
    <Stack gap="xl">
      <AccessSwitches provider={provider} />
      <AdminTable provider={provider} />
    </Stack>
  );
}
