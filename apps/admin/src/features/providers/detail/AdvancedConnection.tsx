import type { JsonObject } from '@ai-providers/contracts';
import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { configOf, configText } from '../../../api/config-text.js';
import formClasses from '../../../components/Form.module.css';
import { NumberField } from '../../../components/NumberField.js';
import type { ProviderForm } from '../provider-values.js';
import { timeoutText, timeouts, withTimeout, type Timeout } from './config-parts.js';
import { HeaderRows } from './HeaderRows.js';

/** Parts of the config that have fields of their own. Folded until wanted; a fault inside opens it. */
export function AdvancedConnection({ form }: { form: ProviderForm }) {
  const { t } = useTranslation(['provider', 'common']);
  const [open, setOpen] = useState(false);
  const faults = Object.entries(form.errors).filter(([path]) => ofConfig.test(path));
  const change = (config: JsonObject) => {
    for (const [path] of faults) form.clearFieldError(path); // what was said of the old one
    form.setFieldValue('config', configText(config));
  };
  // Beside a timeout it is said in other words.
  const others = faults.flatMap(([path, words]) => (ofTimeout.test(path) || typeof words !== 'string' ? [] : [words]));
  return (
    <details
      className={formClasses.folded}
      open={open || faults.length > 0}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('common:form.advanced')}</summary>
      <div>
        {timeouts.map((name) => (
          <TimeoutField key={name} form={form} name={name} onChange={change} />
        ))}
        <HeaderRows text={form.values.config} onChange={change} />
        {[...new Set(others)].map((words) => (
          <Text key={words} size="sm" c="var(--mantine-color-error)" role="alert">
            {words}
          </Text>
        ))}
      </div>
    </details>
  );
}

const ofConfig = /^config(\.|$)/;
const ofTimeout = new RegExp(`^config\\.timeouts\\.(${timeouts.join('|')})$`);

interface FieldProps {
  form: ProviderForm;
  name: Timeout;
  onChange: (config: JsonObject) => void;
}

function TimeoutField({ form, name, onChange }: FieldProps) {
  const { t } = useTranslation('provider');
  const config = configOf(form.values.config);
  return (
    <NumberField
      kind="integer"
      label={t(`advanced.${name}`)}
      description={t(`advanced.${name}Hint`)}
      value={timeoutText(config, name)}
      onChange={(text) => onChange(withTimeout(config, name, text))}
      error={`config.timeouts.${name}` in form.errors && t('advanced.range', { max: 3_600_000 })}
    />
  );
}
