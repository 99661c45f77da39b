import { readConfiguration } from '../../src/core/configuration/read.ts';
import type { Surroundings } from '../../src/core/configuration/names.ts';
import { rules } from '../../src/core/rules/index.ts';
import { builtInTemplates } from '../../src/core/schema/presets.ts';
import { LineIndex } from '../../src/core/text/lineIndex.ts';

export const templates = builtInTemplates();

/** The rules and templates that a configuration of these tests can name. */
export const surroundings: Surroundings = { rules, templates };

/** A configuration as it is read, its problems as `line:column rule "words" message`, both counted from 1. */
export function read(text: string) {
  const { configuration, problems } = readConfiguration(text, surroundings);
  const lines = new LineIndex(text);
  return {
    configuration,
    problems: problems.map(({ rule, span, message }) => {
      const { line, character } = lines.positionAt(span.start);
      return `${line + 1}:${character + 1} ${rule} [${text.slice(span.start, span.end)}] ${message}`;
    }),
  };
}
