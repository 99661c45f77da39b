import assert from 'node:assert/strict';
import { readConfiguration, type ConfigurationReading } from '../../src/core/configuration/read.ts';
import { learn, type Lesson } from '../../src/core/learn/learn.ts';
import { rules } from '../../src/core/rules/index.ts';
import { builtInTemplates } from '../../src/core/schema/presets.ts';
import { readTeamTemplate } from '../../src/core/schema/teamTemplates.ts';
import type { SectionSchema, Template } from '../../src/core/schema/template.ts';

/** What is learned from documents that are given by their paths in a folder of some name. */
export function learnFrom(files: Readonly<Record<string, string>>, root = ''): Lesson {
  const texts = Object.entries(files).map(([path, text]) => ({ path, text }));
  return learn(texts, builtInTemplates(), root);
}

/** The text of a file that a lesson writes. */
export function writtenFile({ files }: Lesson, name: string): string {
  const file = files.find(({ path }) => path === `.incident-docs/${name}`);
  assert.ok(file, `${name} is written`);
  return file.text;
}

/** The template of a lesson as the linter reads it; it must have no problem. */
export function templateIn(lesson: Lesson, name: string): Template {
  const { template, problems } = readTeamTemplate(`/${name}.md`, writtenFile(lesson, `templates/${name}.md`));
  assert.deepEqual(problems, []);
  assert.ok(template);
  return template;
}

/** The configuration of a lesson as the linter reads it. */
export function configurationIn(lesson: Lesson): ConfigurationReading {
  const team = lesson.files.flatMap(({ path, text }) => readTeamTemplate(path, text).template ?? []);
  const templates = [...team.filter(({ name }) => name !== 'config'), ...builtInTemplates()];
  return readConfiguration(writtenFile(lesson, 'config.yaml'), { rules, templates });
}

/** Sections as lines: `## Impact`, a question mark behind an optional one, subsections below. */
export function outlineOf(sections: readonly SectionSchema[]): readonly string[] {
  return sections.flatMap(({ level, heading, required, children }) => [
    `${'#'.repeat(level)} ${heading}${required ? '' : ' ?'}`,
    ...outlineOf(children),
  ]);
}

/** So many documents of a folder, each made from its number, which begins with 0. */
export function folderOf(
  folder: string,
  count: number,
  write: (number: number) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, number) => [`${folder}/2024-01-${10 + number}-outage.md`, write(number)]),
  );
}
