import type { Diagnostic } from '../../core/lint.ts';
import type { Level } from '../../core/rules/rule.ts';
import { countByLevel, isFixable, levels, type CheckedFile, type Report } from '../lint/report.ts';
import { shownPath } from '../files/path.ts';
import { codeFrame } from './codeFrame.ts';
import { visible } from '../display.ts';
import type { Format, Look } from './format.ts';

/** The report for people: each finding with its line, and what it comes to in the end. */
export const textFormat: Format = (report, look) => {
  const findings = report.files.flatMap((file) =>
    byPlace(file.diagnostics).map((same) => findingsText(file, same, look)),
  );
  return [...findings, summary(report)].join('\n');
};

/** Where nobody looks on, a line is as long as most windows are wide. */
const usualColumns = 100;

/** Findings of the same place are shown above one picture of it. */
function byPlace(diagnostics: readonly Diagnostic[]): Diagnostic[][] {
  const groups: Diagnostic[][] = [];
  for (const diagnostic of diagnostics) {
    const group = groups.at(-1);
    const before = group?.[0]?.span;
    if (group && before?.start === diagnostic.span.start && before.end === diagnostic.span.end) group.push(diagnostic);
    else groups.push([diagnostic]);
  }
  return groups;
}

function findingsText({ shown, lines }: CheckedFile, same: readonly Diagnostic[], look: Look): string {
  const { palette: paint, columns, workingFolder } = look;
  const head = (diagnostic: Diagnostic): string => {
    const { rule, level, message, span } = diagnostic;
    const { line, character } = lines.positionAt(span.start);
    const place = paint.strong(`${visible(shown)}:${line + 1}:${character + 1}`);
    const name = paint.faint(isFixable(diagnostic) ? `[${rule}] fixable` : `[${rule}]`);
    return `${place}: ${paint[level](level)}: ${visible(message)} ${name}\n`;
  };
  const [first, ...others] = same;
  if (!first) return '';
  // Of several findings in one place each message has to be enough.
  const { related, elsewhere = [] } = others.length > 0 ? { related: [] } : first;
  return [
    ...same.map(head),
    codeFrame(lines, first.span, columns ?? usualColumns, paint),
    ...related.map(({ span, message }) => {
      const note = `= line ${lines.lineAt(span.start) + 1}:`;
      return `      ${paint.faint(note)} ${visible(message)}\n`;
    }),
    ...elsewhere.map(({ path, range, message }) => {
      const note = `= ${visible(shownPath(workingFolder, path))}:${range.start.line + 1}:`;
      return `      ${paint.faint(note)} ${visible(message)}\n`;
    }),
  ].join('');
}

function summary({ files }: Report): string {
  const documents = files.filter(({ kind }) => kind !== undefined).length;
  const corrected = files.filter((file) => file.corrected).length;
  const fixable = files.flatMap(({ diagnostics }) => diagnostics).filter(isFixable).length;
  const counts = countByLevel(files);
  const found = levels.filter((level) => counts[level] > 0).map((level) => counted(counts[level], nouns[level]));
  return [
    `${counted(documents, 'incident document')} in ${counted(files.length, 'file')}: `,
    found.length === 0 ? 'no findings' : found.join(', '),
    fixable === 0 ? '' : `; --fix can correct ${fixable}`,
    corrected === 0 ? '' : `; ${counted(corrected, 'file')} corrected`,
    '.\n',
  ].join('');
}

const nouns: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'hint',
};

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
