import { fieldErrorsOf, modelConfig, type FieldError, type JsonObject } from '@ai-providers/contracts';

/** What the contract refuses as "not JSON": stands for text that does not parse. */
const notJson: JsonObject = { '': Number.NaN };

export interface ConfigProblem {
  /** Where in the configuration, such as `lifecycle.status`; '' for the whole. */
  path: string;
  error: FieldError;
}

export function configText(config: JsonObject): string {
  return JSON.stringify(config, null, 2);
}

/** The configuration in a text. Nothing typed is an empty one; what does not parse is for the contract to refuse. */
export function configOf(text: string): JsonObject {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text) as JsonObject; // the contract checks that it is an object
  } catch {
    return notJson; // JSON.parse throws for bad text only
  }
}

/** What the contract says against a text, by path. */
export function configProblems(text: string): ConfigProblem[] {
  const result = modelConfig.safeParse(configOf(text));
  if (result.success) return [];
  return Object.entries(fieldErrorsOf(result.error)).map(([path, error]) => ({ path, error }));
}
