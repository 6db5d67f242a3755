/** What is wrong with a field whose place is not known. */
export interface FieldFault {
  path: string;
  sentence: string;
}
