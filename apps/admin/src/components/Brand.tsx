import { useTranslation } from 'react-i18next';
import classes from './Brand.module.css';

export function Brand() {
  const { t } = useTranslation();
  return (
    <span className={classes.brand}>
      <img src="/favicon.svg" alt="" width={24} height={24} />
      <span className={classes.name}>{t('product')}</span>
    </span>
  );
}
