import type { ModelForm } from './model-values.js';

/** For a submit that the contract refused: the first field at fault takes the focus. */
export function focusFirst(form: ModelForm) {
  return (errors: Record<string, unknown>) => {
    const [path] = Object.keys(errors);
    // A problem inside the configuration, such as `config.lifecycle.status`, belongs to its one field.
    if (path !== undefined) form.getInputNode(path.split('.')[0] ?? path)?.focus();
  };
}
