import { Stack, Text } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../components/Choice.js';
import { Dialog } from '../components/Dialog.js';
import { DialogButtons } from '../components/DialogButtons.js';
import { ErrorState } from '../components/ErrorState.js';
import { useFmt } from '../i18n/fmt.js';
import { currentLanguage } from '../i18n/index.js';
import { useExport } from './use-export.js';

const formats = ['csv', 'jsonl'] as const;
type Format = (typeof formats)[number];
const headers = ['words', 'names'] as const;
type Header = (typeof headers)[number];

/** Where the server writes a list to a file, by the format. */
export type ExportFiles = { csv: string } & Partial<Record<Format, string>>;

interface Props {
  label: string;
  files: ExportFiles;
  onClose: () => void;
}

/** How a file shall be, how far it has come, and why it has not. */
export function ExportDialog({ label, files, onClose }: Props) {
  const { t } = useTranslation('export');
  const offered = formats.filter((format) => files[format] !== undefined);
  const [format, setFormat] = useState<Format>('csv');
  const [header, setHeader] = useState<Header>('words');
  const { save, cancel, isBusy, received, failure } = useExport(onClose);
  const start = () => save(addressOf(files[format] ?? files.csv, format, header));
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    start();
  };
  const close = () => {
    cancel();
    onClose();
  };
  return (
    <Dialog title={label} onClose={close} size={420}>
      <form onSubmit={submit}>
        <Stack>
          {failure && <ErrorState title={t('failed')} {...failure} onRetry={start} />}
          {offered.length > 1 && <FormatChoice values={offered} value={format} onChange={setFormat} />}
          {format === 'csv' && <HeaderChoice value={header} onChange={setHeader} />}
          <Progress received={isBusy ? received : null} />
          <DialogButtons submitLabel={t('save')} busy={isBusy} onCancel={close} />
        </Stack>
      </form>
    </Dialog>
  );
}

interface ChoiceProps<Value> {
  value: Value;
  onChange: (value: Value) => void;
}

function FormatChoice(props: ChoiceProps<Format> & { values: readonly Format[] }) {
  const { t } = useTranslation('export');
  return <Choice label={t('format.label')} word={(each) => t(`format.${each}`)} {...props} />;
}

function HeaderChoice(props: ChoiceProps<Header>) {
  const { t } = useTranslation('export');
  return <Choice label={t('header.label')} values={headers} word={(each) => t(`header.${each}`)} {...props} />;
}

function Progress({ received }: { received: number | null }) {
  const { t } = useTranslation('export');
  const { number } = useFmt();
  return (
    <Text size="sm" role="status">
      {received !== null && t('received', { size: number(Math.ceil(received / 1024)) })}
    </Text>
  );
}

function addressOf(file: string, format: Format, header: Header): string {
  if (format !== 'csv') return file;
  return `${file}${file.includes('?') ? '&' : '?'}header=${header === 'names' ? 'names' : currentLanguage()}`;
}
