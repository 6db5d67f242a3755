import type { AuditEntryOutput } from '@ai-providers/contracts';
import { ActionIcon, Group, Text, Title } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me.js';
import { canCopy, copyText } from '../../components/clipboard.js';
import { TextLink } from '../../components/links.js';
import { Ltr } from '../../components/Ltr.js';
import { useFmt } from '../../i18n/fmt.js';
import { ActorName } from './ActorName.js';
import classes from './Audit.module.css';
import { Changes } from './Changes.js';
import { Deed } from './Deed.js';
import { EntryCheck } from './EntryCheck.js';
import { TargetLink } from './TargetLink.js';
import { useAuditSearch } from './useAuditSearch.js';
import { Way } from './Way.js';

export function EntryDetails({ entry }: { entry: AuditEntryOutput }) {
  const { t } = useTranslation('audit');
  const seesAll = useMay('audit.readAny');
  return (
    <>
      <Text>
        <Deed entry={entry} />
      </Text>
      <dl className={classes.facts}>
        <Event entry={entry} />
        <Origin entry={entry} />
        {seesAll && (
          <Fact name={t('detail.chain')}>
            <EntryCheck sequence={entry.sequence} />
          </Fact>
        )}
      </dl>
      <section>
        <Title order={3} size="h4" mb="sm">
          {t('detail.changes')}
        </Title>
        <Changes changes={entry.changes} />
      </section>
      <More entry={entry} withActor={seesAll} />
    </>
  );
}

/** When who did what to which record. */
function Event({ entry }: { entry: AuditEntryOutput }) {
  const { t } = useTranslation('audit');
  const fmt = useFmt();
  const { zone } = useAuditSearch();
  const { target } = entry;
  const typeName = t(`type.${target.type}` as 'type.provider', { defaultValue: t('detail.target') }); // a newer one has no word
  return (
    <>
      <Fact name={t('detail.when')}>
        <time dateTime={entry.occurredAt}>{fmt.absolute(entry.occurredAt, zone)}</time>
      </Fact>
      <Fact name={t('detail.who')}>
        <ActorName entry={entry} withEmail />
      </Fact>
      <Fact name={t('detail.action')}>
        <Ltr mono>{entry.action}</Ltr>
      </Fact>
      {target.label !== '' && (
        <Fact name={typeName}>
          <TargetLink target={target} />
        </Fact>
      )}
    </>
  );
}

/** How and from where the request came in. */
function Origin({ entry }: { entry: AuditEntryOutput }) {
  const { t } = useTranslation('audit');
  const { ip, userAgent, requestId } = entry;
  return (
    <>
      <Fact name={t('detail.via')}>
        <Way {...entry} />
      </Fact>
      <Fact name={t('detail.ip')}>{ip === null ? '—' : <Ltr mono>{ip}</Ltr>}</Fact>
      <Fact name={t('detail.userAgent')}>{userAgent === null ? '—' : <Ltr mono>{userAgent}</Ltr>}</Fact>
      <Fact name={t('detail.requestId')}>{requestId === null ? '—' : <RequestId value={requestId} />}</Fact>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function RequestId({ value }: { value: string }) {
  const { t } = useTranslation('audit');
  return (
    <Group gap={4}>
      <Ltr mono>{value}</Ltr>
      {canCopy() && (
        <ActionIcon
          size={24}
          variant="subtle"
          color="gray"
          aria-label={t('detail.copyRequestId')}
          onClick={() => copyText(value, t('detail.copied'))}
        >
          <IconCopy size={14} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}

/** Ways on: to what else was done to this record, and by this person. */
function More({ entry: { target, actor }, withActor }: { entry: AuditEntryOutput; withActor: boolean }) {
  const { t } = useTranslation('audit');
  return (
    <Group gap="lg">
      {target.publicId !== null && (
        <TextLink to="/audit" search={{ target: target.publicId }}>
          {t('detail.allOfTarget')}
        </TextLink>
      )}
      {withActor && actor.publicId !== null && (
        <TextLink to="/audit" search={{ actor: actor.publicId }}>
          {t('detail.allOfActor')}
        </TextLink>
      )}
    </Group>
  );
}
