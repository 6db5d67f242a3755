import type { AuditEntryOutput } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import { Initials } from '../../components/Initials.js';
import { Ltr } from '../../components/Ltr.js';
import classes from './Audit.module.css';
import { nameOf } from './name-of.js';

/** Who it was: a person as they are called now, the system, or nobody who had signed in. */
export function ActorName({ entry, withEmail = false }: { entry: AuditEntryOutput; withEmail?: boolean }) {
  const { t } = useTranslation('audit');
  const { publicId, name, label } = entry.actor;
  const isPerson = publicId !== null;
  const shown = isPerson
    ? nameOf(name, label)
    : t(entry.action === 'auth.login_failed' ? 'actor.nobody' : 'actor.system');
  return (
    <span className={classes.actor}>
      <Initials name={shown} />
      <span className={classes.person}>
        {isPerson && shown === label ? <Ltr>{label}</Ltr> : <bdi>{shown}</bdi>}
        {withEmail && isPerson && shown !== label && (
          <span className={classes.small}>
            <Ltr>{label}</Ltr>
          </span>
        )}
      </span>
    </span>
  );
}
