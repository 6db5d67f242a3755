import { useTranslation } from 'react-i18next';
import classes from './Brand.module.css';

export function Brand() {
  const { t } = useTranslation();
  return (
    <span className={classes.brand}>
      {/* As in favicon.svg; here it costs no request. */}
      <svg viewBox="0 0 32 32" width={24} height={24} className={classes.mark} aria-hidden>
        <rect width="32" height="32" rx="8" fill="#4f46e5" />
        <path d="M9 22 14.5 9h3L23 22h-3l-1.2-3h-5.6L12 22Zm5.1-5.4h3.8L16 11.8Z" fill="#fff" />
      </svg>
      <span className={classes.name}>{t('product')}</span>
    </span>
  );
}
