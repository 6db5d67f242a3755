import type { NewModel } from '@ai-providers/contracts';
import { Badge, Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ltr } from '../../../components/Ltr.js';
import classes from './Add.module.css';

interface Props {
  models: readonly NewModel[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: Set<string>) => void;
}

/** The known models with a box each. Those that the provider has shut down can be added, too: programs may name them. */
export function ModelPicker({ models, chosen, onChoose }: Props) {
  const { t } = useTranslation(['catalogue', 'common']);
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const shown = models.filter(({ name, modelId }) => `${name} ${modelId}`.toLowerCase().includes(wanted));
  const set = (ids: readonly string[], isOn: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isOn) next.add(id);
      else next.delete(id);
    }
    onChoose(next);
  };
  const ids = shown.map(({ modelId }) => modelId);
  const hasAll = ids.length > 0 && ids.every((id) => chosen.has(id));
  return (
    <>
      <TextInput
        type="search"
        aria-label={t('models.search')}
        placeholder={t('models.search')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        // Enter searches, and does not add the provider.
        onKeyDown={(event) => event.key === 'Enter' && !(event.ctrlKey || event.metaKey) && event.preventDefault()}
      />
      <Group justify="space-between">
        <Text size="sm" role="status">
          {t('models.chosen', { count: chosen.size, total: models.length })}
        </Text>
        <Button size="compact-sm" variant="subtle" disabled={ids.length === 0} onClick={() => set(ids, !hasAll)}>
          {t(hasAll ? 'models.noneOf' : 'models.allOf', { count: ids.length })}
        </Button>
      </Group>
      {shown.length === 0 && <Text size="sm">{t('common:empty.noMatchTitle')}</Text>}
      <Boxes models={shown} chosen={chosen} onSet={(id, isOn) => set([id], isOn)} />
    </>
  );
}

interface BoxesProps extends Pick<Props, 'models' | 'chosen'> {
  onSet: (id: string, isOn: boolean) => void;
}

function Boxes({ models, chosen, onSet }: BoxesProps) {
  const { t } = useTranslation('catalogue');
  return (
    <ul className={classes.models} aria-label={t('models.title')}>
      {models.map((model) => (
        <li key={model.modelId} className={classes.model}>
          <Checkbox
            checked={chosen.has(model.modelId)}
            onChange={(event) => onSet(model.modelId, event.currentTarget.checked)}
            label={<bdi>{model.name}</bdi>}
            description={<About model={model} />}
          />
        </li>
      ))}
    </ul>
  );
}

function About({ model: { modelId, capabilities, isActive } }: { model: NewModel }) {
  const { t } = useTranslation(['catalogue', 'models']);
  return (
    <>
      <Ltr mono>{modelId}</Ltr>
      <span className={classes.chips}>
        {isActive === false && (
          <Badge size="sm" color="orange">
            {t('models.shutDown')}
          </Badge>
        )}
        {capabilities.map((each) => (
          <Badge key={each} size="sm" color="gray" radius="sm">
            {t(`models:capability.${each}.word`)}
          </Badge>
        ))}
      </span>
    </>
  );
}
