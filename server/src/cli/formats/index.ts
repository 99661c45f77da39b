import type { Format } from './format.ts';
import { githubFormat } from './github.ts';
import { jsonFormat } from './json.ts';
import { junitFormat } from './junit.ts';
import { sarifFormat } from './sarif.ts';
import { textFormat } from './text.ts';

/** All formats of a report, the one for people first. */
const formats: Readonly<Record<string, Format>> = {
  text: textFormat,
  json: jsonFormat,
  sarif: sarifFormat,
  github: githubFormat,
  junit: junitFormat,
};

/** The names by which `--format` picks one. */
export const formatNames: readonly string[] = Object.keys(formats);

/** The format of a name; the one for people where none is wanted. */
export function formatNamed(name = 'text'): Format {
  return formats[name] ?? textFormat;
}
