import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { EmptyState } from '../../components/EmptyState.js';
import { ErrorState } from '../../components/ErrorState.js';
import { TextLink } from '../../components/links.js';
import { CardsSkeleton } from '../../components/Skeletons.js';
import { Time } from '../../components/Time.js';
import { ActorName } from './ActorName.js';
import classes from './Audit.module.css';
import { Deed } from './Deed.js';
import { useEntries } from './useEntries.js';

interface Props {
  /** Whose deeds; everybody's without it. */
  actor?: string;
  count: number;
}

/** The newest entries in short, with the way to all of them. Its strings are those of `audit`: the route loads them. */
export function LatestEntries({ actor, count }: Props) {
  const { t } = useTranslation('audit');
  const { entries, error, refetch } = useEntries({ actor, pageSize: count });
  if (!entries && error) return <ErrorState {...failureOf(error)} onRetry={() => void refetch()} />;
  if (!entries) return <CardsSkeleton cards={1} height={320} />;
  if (entries.length === 0) return <EmptyState title={t('latest.none')} />;
  return (
    <>
      <ul className={classes.latest}>
        {entries.map((entry) => (
          <li key={entry.sequence}>
            {actor === undefined && <ActorName entry={entry} />}
            <Deed entry={entry} />
            <span className={classes.small}>
              <Time value={entry.occurredAt} />
            </span>
          </li>
        ))}
      </ul>
      <TextLink to="/audit" search={{ actor }} size="sm">
        {t('history.all')}
      </TextLink>
    </>
  );
}
