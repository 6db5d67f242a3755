import { Anchor, List } from '@mantine/core';
import type { FieldFault } from './field-fault.js';
import { Ltr } from './Ltr.js';

interface Props {
  faults: readonly FieldFault[];
  form: HTMLFormElement | null;
}

export function FieldFaults({ faults, form }: Props) {
  return (
    <List size="sm">
      {faults.map(({ path, sentence }) => (
        <List.Item key={path}>
          <FieldName path={path} form={form} />: {sentence}
        </List.Item>
      ))}
    </List>
  );
}

/** By its label, which leads to it, where the form has the field; else as the server calls it. */
function FieldName({ path, form }: Pick<FieldFault, 'path'> & Pick<Props, 'form'>) {
  const field = form && fieldIn(form, path);
  if (!field) return <Ltr mono>{path}</Ltr>;
  return (
    <Anchor component="button" type="button" inherit underline="always" onClick={() => field.focus()}>
      {labelOf(field) ?? <Ltr mono>{path}</Ltr>}
    </Anchor>
  );
}

function fieldIn(form: HTMLFormElement, path: string): HTMLInputElement | null {
  const [name = path] = path.split('.');
  const names = [path, name].map((each) => CSS.escape(each));
  return form.querySelector(names.map((each) => `[data-path="${each}"], [name="${each}"]`).join());
}

/** The words of its label alone: the mark of a required field is no part of its name. */
function labelOf({ labels }: HTMLInputElement): string | undefined {
  const words = [...(labels?.[0]?.childNodes ?? [])].find((node) => node.nodeType === Node.TEXT_NODE);
  return words?.textContent ?? undefined;
}
