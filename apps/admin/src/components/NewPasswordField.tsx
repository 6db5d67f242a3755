import { Text, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PasswordField } from './PasswordField.js';
import { passwordStrength } from './password-strength.js';

interface Props extends Omit<PasswordInputProps, 'value'> {
  value: string;
  /** The least number of characters. */
  min: number;
  /** What whoever guesses knows of its owner. */
  own?: readonly string[];
}

/** A password that is chosen here: how strong it is stands below it in words. Pasting and password managers are welcome. */
export function NewPasswordField({ value, min, own, ...field }: Props) {
  const { t } = useTranslation();
  const strength = passwordStrength(value, min, own);
  return (
    <div>
      <PasswordField autoComplete="new-password" value={value} {...field} />
      <Text size="sm" c="dimmed" mt={4} role="status">
        {value !== '' && t(`password.${strength}`, { count: min - value.length })}
      </Text>
    </div>
  );
}
