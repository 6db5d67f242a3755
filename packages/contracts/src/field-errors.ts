import { z } from 'zod';
import { fieldReason, type FieldError, type FieldErrors, type FieldReason } from './errors.js';

type Issue = z.core.$ZodIssue;

// Zod 4 drops the input from its issues, so "absent" must be told apart from "of another type" here.
const required = 'Required';
z.config({
  customError: (issue) => (issue.code === 'invalid_type' && issue.input === undefined ? required : undefined),
});

/** One error per field, the first that was found, from what Zod reports; the same in the browser and on the server. */
export function fieldErrorsOf(error: { issues: readonly Issue[] }): FieldErrors {
  // No prototype: a field may be called `toString`.
  const found = Object.create(null) as FieldErrors; // made here, and empty
  for (const issue of error.issues) {
    for (const path of pathsOf(issue)) found[path] ??= describe(issue);
  }
  return found;
}

function pathsOf(issue: Issue): string[] {
  const base = issue.path.map(String);
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...base, key]) : [base];
  return paths.map((path) => path.join('.'));
}

function describe(issue: Issue): FieldError {
  const params = paramsOf(issue);
  return { reason: reasonOf(issue), message: issue.message, ...(params && { params }) };
}

function reasonOf(issue: Issue): FieldReason {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message === required ? 'REQUIRED' : wrongType(issue.expected);
    case 'unrecognized_keys':
      return 'UNKNOWN_FIELD';
    case 'invalid_value':
      return 'NOT_ALLOWED';
    case 'too_small':
      return isLength(issue.origin) ? (issue.minimum === 1 ? 'REQUIRED' : 'TOO_SHORT') : 'TOO_SMALL';
    case 'too_big':
      return isLength(issue.origin) ? 'TOO_LONG' : 'TOO_BIG';
    case 'invalid_format':
      return 'INVALID_FORMAT';
    case 'custom': {
      const named = fieldReason.safeParse(issue.params?.reason);
      return named.success ? named.data : 'INVALID';
    }
    default:
      return 'INVALID';
  }
}

function wrongType(expected: string): FieldReason {
  if (expected === 'int') return 'NOT_A_WHOLE_NUMBER';
  return expected === 'number' ? 'NOT_A_NUMBER' : 'WRONG_TYPE';
}

function isLength(origin: string): boolean {
  return origin === 'string' || origin === 'array';
}

function paramsOf(issue: Issue): FieldError['params'] {
  if (issue.code === 'too_small') return { min: Number(issue.minimum) };
  if (issue.code === 'too_big') return { max: Number(issue.maximum) };
  return undefined;
}
