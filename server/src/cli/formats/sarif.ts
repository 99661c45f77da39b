import { pathToFileURL } from 'node:url';
import type { Diagnostic } from '../../core/lint.ts';
import { rules } from '../../core/rules/index.ts';
import type { PlaceElsewhere } from '../../core/rules/rule.ts';
import type { Span } from '../../core/text/span.ts';
import { shownPath } from '../files/path.ts';
import { fingerprintName, fingerprintOf } from '../lint/fingerprint.ts';
import type { CheckedFile } from '../lint/report.ts';
import { version } from '../version.ts';
import type { Format } from './format.ts';
import { rangeOf, type Range } from './range.ts';
import { sarifLevel } from './sarifLevel.ts';
import { sarifRules } from './sarifRules.ts';

/** SARIF 2.1.0, as code scanning services read it: rules with their pages, fixes, and fingerprints for a baseline. */
export const sarifFormat: Format = ({ files, failures }, { workingFolder }) => {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'incident-docs',
            version,
            informationUri: 'https://github.com/incident-docs/incident-docs',
            rules: sarifRules(),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [base]: { uri: pathToFileURL(`${workingFolder}/`).href } },
        invocations: [
          {
            executionSuccessful: failures.length === 0,
            toolExecutionNotifications: failures.map((text) => ({ level: 'error', message: { text } })),
          },
        ],
        results: files.flatMap((file) =>
          file.diagnostics.map((diagnostic) => resultOf(file, diagnostic, workingFolder)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

const base = 'WORKINGFOLDER';

const ruleIndexes: ReadonlyMap<string, number> = new Map(rules.map(({ id }, index) => [id, index]));

function resultOf(file: CheckedFile, diagnostic: Diagnostic, workingFolder: string) {
  const { rule, level, message, span, related, elsewhere = [], fix } = diagnostic;
  return {
    ruleId: rule,
    ruleIndex: ruleIndexes.get(rule),
    level: sarifLevel(level),
    message: { text: message },
    locations: [locationOf(file, span)],
    relatedLocations: [
      ...related.map(({ span: place, message: text }) => ({ ...locationOf(file, place), message: { text } })),
      ...elsewhere.map((place) => ({ ...locationElsewhere(place, workingFolder), message: { text: place.message } })),
    ].map((location, index) => ({ id: index + 1, ...location })),
    partialFingerprints: { [fingerprintName]: fingerprintOf(file, diagnostic) },
    ...(fix && fix.edits.length > 0 ? { fixes: [fixOf(file, fix)] } : {}),
  };
}

function fixOf(file: CheckedFile, { title, edits }: NonNullable<Diagnostic['fix']>) {
  const replacements = edits.map(({ span, text }) => ({
    deletedRegion: regionOf(file, span),
    ...(text === '' ? {} : { insertedContent: { text } }),
  }));
  return {
    description: { text: title },
    artifactChanges: [{ artifactLocation: artifactOf(file), replacements }],
  };
}

function locationOf(file: CheckedFile, place: Span) {
  return { physicalLocation: { artifactLocation: artifactOf(file), region: regionOf(file, place) } };
}

function locationElsewhere({ path, range }: PlaceElsewhere, workingFolder: string) {
  const artifactLocation = artifactOf({ path, shown: shownPath(workingFolder, path) });
  return { physicalLocation: { artifactLocation, region: regionOfRange(range) } };
}

function regionOf({ lines }: CheckedFile, place: Span) {
  return regionOfRange(rangeOf(lines, place));
}

/** SARIF counts lines and columns from 1; the end column is the one after the last character. */
function regionOfRange({ start, end }: Range) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** A file within the working directory is named relative to it; another one can't be, and is named in full. */
function artifactOf({ path, shown }: Pick<CheckedFile, 'path' | 'shown'>) {
  if (/^(?:\.\.(?:\/|$)|\/|[a-z]:)/i.test(shown)) return { uri: pathToFileURL(path).href };
  return { uri: shown.split('/').map(encodeURIComponent).join('/'), uriBaseId: base };
}
