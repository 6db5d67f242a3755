import type { AuditEntryOutput } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import { Marked, plain, type Marks } from '../../components/Marked.js';

const marks: Marks = { n: (name) => <bdi>{name}</bdi> };

/** How somebody came in; a program by the name of its token. */
export function Way({ via, token }: Pick<AuditEntryOutput, 'via' | 'token'>) {
  const { t } = useTranslation('audit');
  if (via !== 'token' || token === null) return t(`via.${via}`);
  return <Marked text={t('via.tokenNamed', plain({ name: token }))} marks={marks} />;
}
