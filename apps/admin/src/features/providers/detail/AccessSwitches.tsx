import type { ProviderOutput } from '@ai-providers/contracts';
import { Stack, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../api/error-message.js';
import { ConfirmOnce } from '../../../components/ConfirmOnce.js';
import { FieldGroup } from '../../../components/Form.js';
import { AccessEffect } from '../AccessEffect.js';
import { useSetAccess, type AccessSwitch } from '../useProviderMutations.js';
import { useAccessPreview } from '../useProviders.js';

const switches = [
  ['allowPersonalKeys', 'form.allowPersonalKeys', 'form.allowPersonalKeysHint'],
  ['allowSharedForNormalAdmins', 'form.allowShared', 'form.allowSharedHint'],
] as const;

/** Each is flipped after its effect was shown. */
export function AccessSwitches({ provider }: { provider: ProviderOutput }) {
  const { t } = useTranslation('providers');
  const [asking, setAsking] = useState<AccessSwitch | null>(null);
  return (
    <FieldGroup legend={t('form.access')}>
      <Stack maw={640}>
        {switches.map(([field, label, hint]) => (
          <Switch
            key={field}
            label={t(label)}
            description={t(hint)}
            checked={provider[field]}
            disabled={!provider.can.update}
            onChange={() => setAsking(field)}
          />
        ))}
      </Stack>
      {asking && <Ask provider={provider} field={asking} onClose={() => setAsking(null)} />}
    </FieldGroup>
  );
}

interface AskProps {
  provider: ProviderOutput;
  field: AccessSwitch;
  onClose: () => void;
}

function Ask({ provider, field, onClose }: AskProps) {
  const { t } = useTranslation('provider');
  const change = { [field]: !provider[field] };
  const preview = useAccessPreview({ provider: provider.slug, ...change });
  const set = useSetAccess();
  const deed = provider[field] ? 'off' : 'on';
  const confirm = () => {
    const { publicId, updatedAt: expectedUpdatedAt } = provider;
    set.mutate({ publicId, expectedUpdatedAt, patch: change }, { onSuccess: onClose });
  };
  return (
    <ConfirmOnce
      title={t(`access.${field}.${deed}`)}
      confirmLabel={t(`access.confirm.${deed}`)}
      busy={set.isPending}
      failure={set.error ? failureOf(set.error) : null}
      onConfirm={confirm}
      onClose={onClose}
    >
      <AccessEffect preview={preview} />
    </ConfirmOnce>
  );
}
