import { Group, Skeleton } from '@mantine/core';
import { CardsSkeleton, FormSkeleton, RowsSkeleton } from '../../../components/Skeletons.js';
import type { DetailTab } from './tabs.js';

/** The outline of the part that will stand there. */
export function TabSkeleton({ tab }: { tab: DetailTab }) {
  switch (tab) {
    case 'overview':
    case 'usage':
      return <CardsSkeleton cards={4} height={112} />;
    case 'models':
    case 'access':
    case 'history':
      return <RowsSkeleton />;
    case 'key':
      return <CardsSkeleton cards={1} />;
    case 'connection':
    case 'config':
      return <FormSkeleton />;
  }
}

/** Which tabs there are comes with the record. */
export function TabsSkeleton({ tab }: { tab: DetailTab }) {
  return (
    <div>
      <Group gap="lg" mb="lg" h={36} aria-hidden>
        {[72, 88, 64, 64].map((width, index) => (
          <Skeleton key={index} height={14} width={width} />
        ))}
      </Group>
      <TabSkeleton tab={tab} />
    </div>
  );
}
