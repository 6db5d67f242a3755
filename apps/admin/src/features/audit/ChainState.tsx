import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconLink } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../api/trpc.js';
import { lazyPart } from '../../components/lazy-part.js';
import { usePageActions } from '../../components/page-actions.js';
import { useFmt } from '../../i18n/fmt.js';
import classes from './Audit.module.css';
import { useAuditSearch } from './useAuditSearch.js';
import { useChainCheck, type Walk } from './useChainCheck.js';

// Shown only while every entry is checked.
const WalkBar = lazyPart(async () => (await import('./WalkBar.js')).WalkBar);

type Fault = NonNullable<Walk['fault']>;

/** Whether the chain of entries is sound: the newest at once, all of them when asked. */
export function ChainState() {
  const { t } = useTranslation('audit');
  const latest = trpc.audit.verifyStatus.useQuery(undefined, { meta: { handlesError: true } });
  const { walk, start, stop } = useChainCheck();
  const fault = walk?.fault ?? latest.data?.fault;
  const isRunning = walk?.state === 'running';
  usePageActions(isRunning ? [] : [{ id: 'check', label: t('chain.checkAll'), icon: IconLink, run: start }]);
  return (
    <>
      {fault && <Broken fault={fault} />}
      <div className={classes.chain}>
        <IconLink size={16} aria-hidden />
        <Text size="sm" c="dimmed" role="status">
          <Finding walk={walk} latest={latest.data?.checked} isBroken={Boolean(fault)} hasFailed={latest.isError} />
        </Text>
        <Suspense fallback={null}>{isRunning && <WalkBar walk={walk} />}</Suspense>
        <Button size="compact-sm" variant="default" onClick={isRunning ? stop : start}>
          {t(isRunning ? 'chain.stop' : walk ? 'chain.again' : 'chain.checkAll')}
        </Button>
      </div>
    </>
  );
}

interface FindingProps {
  walk: Walk | null;
  /** How many of the newest entries were found sound. */
  latest: number | undefined;
  isBroken: boolean;
  hasFailed: boolean;
}

function Finding({ walk, latest, isBroken, hasFailed }: FindingProps) {
  const { t } = useTranslation('audit');
  if (walk?.state === 'failed' || (!walk && hasFailed)) return t('chain.failed');
  if (isBroken) return t('chain.brokenTitle');
  if (walk?.state === 'running' || walk?.state === 'stopped')
    return t('chain.progress', { done: walk.done, total: walk.total });
  const found = walk?.done ?? latest;
  if (found === undefined) return t('chain.checking');
  if (found === 0) return t('chain.empty');
  return t(walk ? 'chain.all' : 'chain.latest', { count: found });
}

function Broken({ fault: { sequence, problem } }: { fault: Fault }) {
  const { t } = useTranslation('audit');
  const fmt = useFmt();
  const { open } = useAuditSearch();
  return (
    <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden />} title={t('chain.brokenTitle')}>
      <Text size="sm">
        {t('chain.brokenText', { sequence: fmt.number(sequence) })} {t(`chain.problem.${problem}`)}{' '}
        {t('chain.brokenAdvice')}
      </Text>
      {problem !== 'missing' && (
        <Button size="xs" mt="sm" variant="default" onClick={() => open(sequence)}>
          {t('chain.openEntry')}
        </Button>
      )}
    </Alert>
  );
}
