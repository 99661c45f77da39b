import { Uri } from 'vscode';

/** What a caller of a command has answered beforehand. */
export type Answers = ReadonlyMap<string, unknown>;

/** Reads a command's argument object; a menu passes the document's URI instead. Throws for an answer that the command does not know. */
export function readAnswers(given: readonly unknown[], names: readonly string[]): Answers {
  const [answers] = given;
  if (answers === undefined || answers === null || answers instanceof Uri) return new Map();
  if (typeof answers !== 'object' || Array.isArray(answers))
    throw new TypeError('its argument must be an object with its answers.');
  const unknown = Object.keys(answers).filter((key) => !names.includes(key));
  if (unknown.length > 0)
    throw new TypeError(`it does not know the answer "${unknown.join('", "')}"; it takes ${names.join(', ')}.`);
  return new Map(Object.entries(answers));
}

/** A text among the answers; undefined where it is missing or blank. Throws for anything else. */
export function textIn(answers: Answers, name: string): string | undefined {
  const value = answers.get(name);
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new TypeError(`its answer "${name}" must be a text.`);
  return value.trim() === '' ? undefined : value.trim();
}

/** A list of texts among the answers. */
export function textsIn(answers: Answers, name: string): readonly string[] {
  const value = answers.get(name);
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) {
    throw new TypeError(`its answer "${name}" must be a list of texts.`);
  }
  return value;
}

/** A zero-based line among the answers. */
export function lineIn(answers: Answers, name: string): number | undefined {
  const value = answers.get(name);
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw new TypeError(`its answer "${name}" must be a line, counted from zero.`);
  return value;
}

/** A moment among the answers, as ISO 8601 in UTC. */
export function momentIn(answers: Answers, name: string): string | undefined {
  const text = textIn(answers, name);
  if (text === undefined) return undefined;
  const [, day] = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d/.exec(text) ?? [];
  const moment = day !== undefined && isDay(day) ? new Date(text) : undefined;
  if (!moment || Number.isNaN(moment.getTime()))
    throw new TypeError(`its answer "${name}" must be a time such as 2024-01-15T14:23:00Z.`);
  return moment.toISOString();
}

/** A day that the calendar has: a Date takes 30 February for a day of March. */
function isDay(day: string): boolean {
  const moment = new Date(`${day}T00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day);
}

/** A document among the answers. */
export function documentIn(answers: Answers, name: string): Uri | undefined {
  const text = textIn(answers, name);
  if (text === undefined) return undefined;
  // Without a scheme it is no URI, and one that has a letter alone is a drive of Windows.
  if (!/^[a-z][a-z\d+.-]+:/i.test(text))
    throw new TypeError(`its answer "${name}" must be a URI, such as file:///work/incidents/2024-01-15-api.md.`);
  return Uri.parse(text, true);
}
