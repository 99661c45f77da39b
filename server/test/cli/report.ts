import assert from 'node:assert/strict';

/** A report of `lint --format json`, as the README promises it. */
export interface JsonReport {
  readonly version: string;
  readonly summary: Readonly<Record<'files' | Severity, number>>;
  readonly files: readonly JsonFile[];
}

export interface JsonFile {
  readonly path: string;
  readonly kind: 'runbook' | 'incident' | 'postmortem' | null;
  readonly template: string | null;
  readonly diagnostics: readonly JsonDiagnostic[];
}

export interface JsonDiagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: { readonly start: Place; readonly end: Place };
  readonly fixable: boolean;
  readonly url: string;
}

type Severity = 'error' | 'warning' | 'information' | 'hint';
interface Place {
  readonly line: number;
  readonly character: number;
}

/** Reads a report, and fails where it has a key too many, one too few, or one of another type. */
export function readReport(text: string): JsonReport {
  const report: JsonReport = JSON.parse(text);
  assert.ok(isShape(report, { version: isString, summary: isSummary, files: listOf(isFile) }), 'the report');
  return report;
}

type Check = (value: unknown) => boolean;

const isString: Check = (value) => typeof value === 'string';
const isCount: Check = (value) => Number.isInteger(value) && Number(value) >= 0;
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

function isShape(value: unknown, shape: Readonly<Record<string, Check>>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  assert.deepEqual(Object.keys(value), Object.keys(shape));
  return Object.entries(shape).every(([key, check]) => {
    const member: unknown = Reflect.get(value, key);
    assert.ok(check(member), `"${key}" is ${JSON.stringify(member)}`);
    return true;
  });
}

const isSummary: Check = (value) =>
  isShape(value, { files: isCount, error: isCount, warning: isCount, information: isCount, hint: isCount });
const isPlace: Check = (value) => isShape(value, { line: isCount, character: isCount });
const isRange: Check = (value) => isShape(value, { start: isPlace, end: isPlace });
const isFile: Check = (value) =>
  isShape(value, {
    path: isString,
    kind: oneOf('runbook', 'incident', 'postmortem', null),
    template: (name) => name === null || isString(name),
    diagnostics: listOf(isDiagnostic),
  });
const isDiagnostic: Check = (value) =>
  isShape(value, {
    rule: isString,
    severity: oneOf('error', 'warning', 'information', 'hint'),
    message: isString,
    range: isRange,
    fixable: (flag) => typeof flag === 'boolean',
    url: (address) => typeof address === 'string' && address.startsWith('https://'),
  });
