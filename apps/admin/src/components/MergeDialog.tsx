import { Button, Group, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Dialog } from './Dialog.js';
import type { Failure } from './ErrorState.js';
import { FormErrors } from './FormErrors.js';
import classes from './MergeDialog.module.css';
import type { Side } from './three-way.js';
import { Time } from './Time.js';

/** Who saved a record last, and when. */
export interface LastChange {
  name: string;
  at: string;
  /** One's own hand, in the list beside the form or on another screen. */
  isOwn: boolean;
}

export interface MergeField {
  id: string;
  label: string;
  yours: ReactNode;
  theirs: ReactNode;
  /** Changed in the form: then one's own value is the one to keep, unless it is said otherwise. */
  isTouched: boolean;
}

interface Props {
  title: string;
  /** What was saved meanwhile; undefined while that is not known. */
  change: LastChange | undefined;
  /** Undefined while the record of now is being fetched. */
  fields: readonly MergeField[] | undefined;
  failure: Failure | null;
  busy: boolean;
  onApply: (sides: Record<string, Side>) => void;
  onStay: () => void;
}

/** A save was refused because somebody saved first: both versions of each field, and what will be saved. */
export function MergeDialog({ title, change, fields, failure, busy, onApply, onStay }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Record<string, Side>>({});
  const sideOf = ({ id, isTouched }: MergeField) => chosen[id] ?? (isTouched ? 'yours' : 'theirs');
  const apply = () => onApply(Object.fromEntries((fields ?? []).map((field) => [field.id, sideOf(field)])));
  return (
    <Dialog title={title} onClose={onStay} size={860} locked={busy}>
      <Stack>
        <FormErrors failure={failure} />
        <Text size="sm">
          <Who change={change} />
        </Text>
        {fields?.length === 0 && <Text size="sm">{t('merge.nothing')}</Text>}
        {fields && fields.length > 0 && (
          <Columns
            fields={fields}
            sideOf={sideOf}
            onChoose={(id, side) => setChosen((now) => ({ ...now, [id]: side }))}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onStay} disabled={busy}>
            {t('merge.stay')}
          </Button>
          <Button onClick={apply} disabled={!fields} loading={busy} data-autofocus>
            {t('merge.apply')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Who({ change }: Pick<Props, 'change'>) {
  const { t } = useTranslation();
  if (!change) return t('merge.somebody');
  return (
    <Trans
      t={t}
      i18nKey={change.isOwn ? 'merge.you' : 'merge.who'}
      values={{ name: change.name }}
      components={{ who: <bdi />, when: <Time value={change.at} /> }}
    />
  );
}

interface ColumnsProps {
  fields: readonly MergeField[];
  sideOf: (field: MergeField) => Side;
  onChoose: (id: string, side: Side) => void;
}

function Columns({ fields, sideOf, onChoose }: ColumnsProps) {
  const { t } = useTranslation();
  return (
    // It scrolls by itself, and so must be reachable by keyboard.
    <div className={classes.scroller} tabIndex={0} role="region" aria-label={t('merge.versions')}>
      <table className={classes.table}>
        <thead>
          <tr>
            {(['field', 'yours', 'theirs', 'result'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`merge.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.id}>
              <th scope="row">{field.label}</th>
              {(['yours', 'theirs'] as const).map((side) => (
                <td key={side}>
                  <label className={classes.choice}>
                    <input
                      type="radio"
                      name={`merge-${field.id}`}
                      aria-label={t('merge.choose', { field: field.label, side: t(`merge.${side}`) })}
                      checked={sideOf(field) === side}
                      onChange={() => onChoose(field.id, side)}
                    />
                    <span>{field[side]}</span>
                  </label>
                </td>
              ))}
              <td className={classes.result}>{field[sideOf(field)]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
