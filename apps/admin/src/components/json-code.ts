import type { JsonProblem } from './JsonField.js';

/** What a field for JSON takes, be it plain or one with marks. */
export interface JsonCodeProps {
  label: string;
  value: string;
  check: (text: string) => JsonProblem[];
  onChange: (text: string) => void;
  onBlur: () => void;
}
