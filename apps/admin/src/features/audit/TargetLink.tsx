import type { AuditEntryOutput } from '@ai-providers/contracts';
import { useMe } from '../../api/me.js';
import { TextLink } from '../../components/links.js';
import { Ltr } from '../../components/Ltr.js';

/** The record, as a link where it still has a page. */
export function TargetLink({ target }: { target: AuditEntryOutput['target'] }) {
  const { type, label, page } = target;
  const ownId = useMe().data?.user.publicId;
  const name = type === 'user' ? <Ltr>{label}</Ltr> : <bdi>{label}</bdi>;
  if (page === null) return name;
  if (type === 'provider')
    return (
      <TextLink to="/providers/$slug" params={{ slug: page }}>
        {name}
      </TextLink>
    );
  if (type === 'model')
    return (
      <TextLink to="/models" search={{ model: page }}>
        {name}
      </TextLink>
    );
  if (page === ownId) return <TextLink to={type === 'user' ? '/settings/profile' : '/me/keys'}>{name}</TextLink>;
  return (
    <TextLink to="/admins/$id" params={{ id: page }}>
      {name}
    </TextLink>
  );
}
