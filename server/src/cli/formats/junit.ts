import { countByLevel, type CheckedFile } from '../lint/report.ts';
import type { Diagnostic } from '../../core/lint.ts';
import type { Format } from './format.ts';

/** JUnit's XML: a suite for each file, a case for each finding. What is below error level passes, as it does in the exit status. */
export const junitFormat: Format = ({ files, failures }) => {
  const suites = files.map(suite);
  const { error } = countByLevel(files);
  const cases = files.reduce((sum, { diagnostics }) => sum + Math.max(1, diagnostics.length), 0);
  const totals = `tests="${cases + failures.length}" failures="${error}" errors="${failures.length}"`;
  const unread = failures.length === 0 ? [] : [failureSuite(failures)];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="incident-docs" ${totals}>\n${[...suites, ...unread].join('')}</testsuites>\n`;
};

function suite(file: CheckedFile): string {
  const { shown, diagnostics } = file;
  const { error } = countByLevel([file]);
  const cases =
    diagnostics.length === 0
      ? `    <testcase classname="${xml(shown)}" name="no findings"/>\n`
      : diagnostics.map((diagnostic) => testCase(file, diagnostic)).join('');
  return `  <testsuite name="${xml(shown)}" tests="${Math.max(1, diagnostics.length)}" failures="${error}" errors="0">\n${cases}  </testsuite>\n`;
}

function testCase({ shown, lines }: CheckedFile, { rule, level, message, span }: Diagnostic): string {
  const { line, character } = lines.positionAt(span.start);
  const place = `${shown}:${line + 1}:${character + 1}`;
  const said = xml(`${place}: ${level}: ${message}`);
  const outcome =
    level === 'error'
      ? `<failure type="${xml(rule)}" message="${xml(message)}">${said}</failure>`
      : `<system-out>${said}</system-out>`;
  return `    <testcase classname="${xml(shown)}" name="${xml(`${rule} ${line + 1}:${character + 1}`)}">${outcome}</testcase>\n`;
}

/** What could not be read or written. */
function failureSuite(failures: readonly string[]): string {
  const cases = failures.map(
    (sentence, index) =>
      `    <testcase classname="incident-docs" name="failure ${index + 1}"><error message="${xml(sentence)}"/></testcase>\n`,
  );
  return `  <testsuite name="incident-docs" tests="${failures.length}" failures="0" errors="${failures.length}">\n${cases.join('')}  </testsuite>\n`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text for XML: what stands for itself nowhere in it is escaped, what it can't hold at all is replaced. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
