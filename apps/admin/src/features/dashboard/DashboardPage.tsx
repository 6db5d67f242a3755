import type { SettingsOutput } from '@ai-providers/contracts';
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { ErrorState } from '../../components/ErrorState.js';
import { usePageActions } from '../../components/page-actions.js';
import { Page } from '../../components/Page.js';
import { DashboardSkeleton } from './DashboardSkeleton.js';
import { InstallationBoard } from './InstallationBoard.js';
import { OldFigures } from './OldFigures.js';
import { OwnBoard } from './OwnBoard.js';
import type { Range } from './range.js';
import { useDashboard, useRefresh } from './useDashboard.js';

interface Props {
  range: Range;
  onRange: (range: Range) => void;
  /** One limit and how much of it is used. */
  LimitBar: ComponentType<{ settings: SettingsOutput }>;
  /** The newest entries of the audit log. */
  LatestDeeds: ComponentType<{ count: number }>;
}

/** How things stand: the installation for who keeps it, one's own for everybody else. The server decides which. */
export function DashboardPage({ range, onRange, LimitBar, LatestDeeds }: Props) {
  const { t } = useTranslation('dashboard');
  const { data, error, isPending, isFetching, dataUpdatedAt, refetch } = useDashboard();
  const refresh = useRefresh();
  usePageActions([{ id: 'refresh', label: t('refresh'), icon: IconRefresh, keys: 'r', run: refresh }]);
  const again = (
    <Button
      variant="default"
      leftSection={<IconRefresh size={16} aria-hidden />}
      loading={isFetching && !isPending}
      onClick={refresh}
    >
      {t('refresh')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={data && again}>
      {isPending && <DashboardSkeleton />}
      {error && !data && <ErrorState {...failureOf(error)} onRetry={() => void refetch()} />}
      {error && data && <OldFigures from={dataUpdatedAt} onRetry={refresh} />}
      {data?.installation && (
        <InstallationBoard
          month={data.month}
          installation={data.installation}
          range={range}
          onRange={onRange}
          LatestDeeds={LatestDeeds}
        />
      )}
      {data?.own && <OwnBoard month={data.month} own={data.own} LimitBar={LimitBar} />}
    </Page>
  );
}
