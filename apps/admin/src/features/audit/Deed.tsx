import type { AuditEntryOutput } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import { Marked, plain, type Marks } from '../../components/Marked.js';
import { useFmt } from '../../i18n/fmt.js';
import { ChangeWords } from './ChangeWords.js';
import { fieldWord, hasValues, isStructured, type Change } from './field-words.js';
import classes from './Audit.module.css';
import { nameOf } from './name-of.js';

const fieldsNamed = 2;
const marks: Marks = {
  b: (text) => <bdi className={classes.name}>{text}</bdi>,
  i: (text) => <em className={classes.field}>{text}</em>,
};

/** What was done, in words: "changed monthly limit of OpenAI for Sara: 10,000 → 20,000". */
export function Deed({ entry }: { entry: AuditEntryOutput }) {
  const only = onlyChange(entry);
  return (
    <span className={classes.deed}>
      <Marked text={useSentence(entry)} marks={marks} />
      {only && (
        <>
          {': '}
          <ChangeWords change={only} />
        </>
      )}
    </span>
  );
}

function useSentence(entry: AuditEntryOutput): string {
  const { t } = useTranslation('audit');
  const parts = useParts(entry);
  return t(sentenceOf(entry) as 'sentence.other', plain(parts)); // every action has one: a test walks them
}

const namingFields = /\.update$|profile_change$/;

function sentenceOf({ action, changes }: AuditEntryOutput): string {
  return namingFields.test(action) && changes.length === 0 ? 'sentence.unchanged' : `sentence.${action}`;
}

/** One field's values fit behind the sentence. */
function onlyChange({ action, changes }: AuditEntryOutput): Change | undefined {
  const [change] = changes;
  if (!change || changes.length > 1 || !hasValues(change)) return undefined;
  if (!namingFields.test(action) && !['settings.limit', 'provider.reorder'].includes(action)) return undefined;
  return [change.from, change.to].some(isStructured) ? undefined : change;
}

function useParts({ action, target, changes }: AuditEntryOutput) {
  const { t } = useTranslation('audit');
  const fmt = useFmt();
  // The label of settings is the admin's email and the provider's name; an email has no spaces.
  const [email = '', ...provider] = target.label.split(' · ');
  const names = changes.slice(0, fieldsNamed).map(({ field }) => fieldWord(t, field));
  const fields = new Intl.ListFormat(fmt.language, { type: 'conjunction' }).format(names);
  const more = changes.length - names.length;
  return {
    action,
    target: target.type === 'user' ? nameOf(target.person, target.label) : target.label,
    admin: nameOf(target.person, email),
    provider: provider.join(' · '),
    fields: more > 0 ? t('field.andMore', { fields: names.join(t('value.comma')), count: more }) : fields,
  };
}
