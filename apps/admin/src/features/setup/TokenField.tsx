import { useTranslation } from 'react-i18next';
import { PasswordField } from '../../components/PasswordField.js';

interface Props {
  value: string;
  onChange: (value: string) => void;
  error?: string;
}

/** For who came without the link, or with an old one. */
export function TokenField({ value, onChange, error }: Props) {
  const { t } = useTranslation('setup');
  return (
    <PasswordField
      name="token"
      label={t('token')}
      description={t('tokenHint')}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  );
}
