import type { Level } from '../../core/rules/rule.ts';
import type { Format } from './format.ts';
import { rangeOf } from './range.ts';

const commands: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands of GitHub Actions, which become annotations on the lines of a pull request. */
export const githubFormat: Format = ({ files }) =>
  files
    .flatMap(({ shown, lines, diagnostics }) =>
      diagnostics.map(({ rule, level, message, span }) => {
        const { start, end } = rangeOf(lines, span);
        const properties = {
          file: shown,
          line: start.line + 1,
          endLine: end.line + 1,
          // GitHub takes columns only for a place within one line.
          ...(start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {}),
          title: rule,
        };
        const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
        return `::${commands[level]} ${written.join(',')}::${data(message)}\n`;
      }),
    )
    .join('');

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
