import type { Failure } from '../components/ErrorState.js';
import type { FieldFault } from '../components/field-fault.js';
import { failureOf, fieldSentences } from './error-message.js';

export interface FormFailure extends Failure {
  /** What is wrong with fields that the form does not show. */
  details: FieldFault[];
}

/** What of a form is needed to say what is wrong with it. */
interface AnyForm {
  getValues: () => object;
  setErrors: (errors: Record<string, string>) => void;
}

/**
 * Puts a server's field errors beside the fields and returns what is left to say above the form. `beside` names
 * fields that the form shows but does not hold, such as a secret; their sentences are in `form.errors` too.
 */
export function showFailure(form: AnyForm, error: unknown, beside: readonly string[] = []): FormFailure {
  const shown = new Set([...Object.keys(form.getValues()), ...beside]);
  const sentences = Object.entries(fieldSentences(error));
  const isShown = ([path]: [string, string]) => shown.has(fieldOf(path));
  form.setErrors(Object.fromEntries(sentences.filter(isShown)));
  const rest = sentences.filter((entry) => !isShown(entry));
  return { ...failureOf(error), details: rest.map(([path, sentence]) => ({ path, sentence })) };
}

/** For a submit that was refused before it was sent: the first field at fault takes the focus. */
export function focusFirst(form: { getInputNode: (path: string) => HTMLElement | null }) {
  return (errors: Record<string, unknown>): void => {
    const [path] = Object.keys(errors);
    if (path !== undefined) form.getInputNode(fieldOf(path))?.focus();
  };
}

/** A problem inside of a value, such as `config.auth.scheme`, belongs to its one field. */
function fieldOf(path: string): string {
  return path.split('.')[0] ?? path;
}
