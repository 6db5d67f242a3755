import { Drawer, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useReturnFocus } from './useReturnFocus.js';

interface Props {
  title: ReactNode;
  children: ReactNode;
  onClose: () => void;
  size?: number | string;
  /** While something runs, neither Escape nor a click beside the dialog closes it. */
  locked?: boolean;
}

/** Mounted while it is open: `{open && <Dialog …>}`. */
export function Dialog({ title, children, onClose, size = 480, locked = false }: Props) {
  const { t } = useTranslation();
  useReturnFocus();
  return (
    <Modal
      opened
      centered
      size={size}
      title={title}
      onClose={onClose}
      withCloseButton={!locked}
      closeOnEscape={!locked}
      closeOnClickOutside={!locked}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {children}
    </Modal>
  );
}

/** A panel at the end side, over the page; full width on a phone. */
export function SidePanel({ title, children, onClose, size = 520, locked = false }: Props) {
  const { t } = useTranslation();
  useReturnFocus();
  return (
    <Drawer
      opened
      position="right"
      size={size}
      title={title}
      onClose={onClose}
      closeOnEscape={!locked}
      closeOnClickOutside={!locked}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {children}
    </Drawer>
  );
}
