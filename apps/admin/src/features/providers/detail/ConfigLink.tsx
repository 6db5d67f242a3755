import { Anchor } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';

/** To a page of the provider's own, which learns nothing of this one. */
export function ConfigLink({ href, children }: { href: string; children: string }) {
  return (
    <Anchor href={href} target="_blank" rel="noopener noreferrer" size="sm">
      {children} <IconExternalLink size={14} aria-hidden className="flip" />
    </Anchor>
  );
}
