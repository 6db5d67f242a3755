import { capabilities, type Capability } from '@ai-providers/contracts';
import { Checkbox, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FieldGroup } from '../../components/Form.js';
import { capabilityIcons } from './capability-icons.js';
import classes from './ModelForm.module.css';
import type { ModelForm } from './model-values.js';

export function CapabilityFields({ form }: { form: ModelForm }) {
  const { t } = useTranslation('models');
  const chosen = form.values.capabilities;
  // In the order of the contract, so that choosing and unchoosing again is no change.
  const toggle = (one: Capability) =>
    form.setFieldValue(
      'capabilities',
      capabilities.filter((each) => chosen.includes(each) !== (each === one)),
    );
  return (
    <FieldGroup legend={t('column.capabilities')}>
      <div className={classes.cards}>
        {capabilities.map((each) => (
          <CapabilityCard key={each} capability={each} checked={chosen.includes(each)} onToggle={() => toggle(each)} />
        ))}
      </div>
      {form.errors.capabilities && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {form.errors.capabilities}
        </Text>
      )}
    </FieldGroup>
  );
}

interface CardProps {
  capability: Capability;
  checked: boolean;
  onToggle: () => void;
}

function CapabilityCard({ capability, checked, onToggle }: CardProps) {
  const { t } = useTranslation('models');
  const Icon = capabilityIcons[capability];
  return (
    <Checkbox.Card className={classes.card} radius="md" checked={checked} onClick={onToggle}>
      <Icon size={18} aria-hidden className={classes.cardIcon} />
      <span className={classes.cardText}>
        <Text span inherit fw={500} display="block">
          {t(`capability.${capability}.word`)}
        </Text>
        <Text span size="xs" c="dimmed" display="block">
          {t(`capability.${capability}.meaning`)}
        </Text>
      </span>
      <Checkbox.Indicator size="sm" aria-hidden />
    </Checkbox.Card>
  );
}
