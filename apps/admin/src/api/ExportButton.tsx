import { Button, type ButtonProps } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { lazyPart } from '../components/lazy-part.js';
import { usePageActions } from '../components/page-actions.js';
import type { ExportFiles } from './ExportDialog.js';

// Not needed to see what could be exported.
const Dialog = lazyPart(async () => (await import('./ExportDialog.js')).ExportDialog);

interface Props {
  label: string;
  files: ExportFiles;
}

/** A list as a file that the server makes. */
export function ExportButton({ label, files, ...button }: Props & Pick<ButtonProps, 'size' | 'variant'>) {
  const [isOpen, setIsOpen] = useState(false);
  const open = () => setIsOpen(true);
  usePageActions([{ id: 'export', label, icon: IconDownload, run: open }]);
  return (
    <>
      <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} {...button} onClick={open}>
        {label}
      </Button>
      {isOpen && <LazyExport label={label} files={files} onClose={() => setIsOpen(false)} />}
    </>
  );
}

/** The same, for what is no button of its own. */
export function LazyExport(props: Props & { onClose: () => void }) {
  return (
    <Suspense fallback={null}>
      <Dialog {...props} />
    </Suspense>
  );
}
