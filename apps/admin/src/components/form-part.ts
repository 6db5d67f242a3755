import type { UseFormReturnType } from '@mantine/form';

/** What a shared part of a form needs of the form, whatever else it holds. */
export interface FormPart<Values> extends Pick<UseFormReturnType<Record<string, unknown>>, 'errors' | 'getInputProps'> {
  values: Values;
}
