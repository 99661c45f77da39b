import { LineIndex, type Position } from '../text/lineIndex.ts';
import { fileNameOf, folderOf, joinPath } from '../text/path.ts';
import { readTemplate, type TemplateReading } from './readTemplate.ts';
import type { Template } from './template.ts';

/** The files of a workspace, as far as the loading of templates needs them. */
export interface TemplateFiles {
  /** The names of what is in a folder; empty where there is no such folder, undefined where it can't be listed. */
  list(folder: string): Promise<readonly string[] | undefined>;
  /** The text of a file; undefined where it can't be read. */
  read(path: string): Promise<string | undefined>;
}

/** A team's own templates, and what is wrong with those that are none. */
export interface TeamTemplates {
  /** By the names of their files, sorted. */
  readonly templates: readonly Template[];
  readonly problems: readonly TeamTemplateProblem[];
}

/** Why a file of the templates' folder can't serve, in full or in part. */
export interface TeamTemplateProblem {
  /** The file, or the folder. */
  readonly path: string;
  readonly position: Position;
  /** One sentence for the person who keeps the templates. */
  readonly message: string;
}

const unreadable = "This template can't be read; it must be a file of UTF-8 text.";
const start: Position = { line: 0, character: 0 };

/** Whether a path is that of a team's template in the workspace whose root is given. */
export function isTeamTemplate(path: string, root: string | undefined): boolean {
  return root !== undefined && isMarkdown(path) && folderOf(path) === templateFolder(root);
}

/** Reads the Markdown files of `.incident-docs/templates` below a workspace's root as templates, each named by its file. */
export async function readTeamTemplates(root: string, files: TemplateFiles): Promise<TeamTemplates> {
  const folder = templateFolder(root);
  const names = await files.list(folder);
  if (!names) {
    return { templates: [], problems: [{ path: folder, position: start, message: "This folder can't be listed." }] };
  }
  const readings = await Promise.all(
    names
      .filter(isMarkdown)
      .toSorted()
      .map((name) => loadTemplate(joinPath(folder, name), files)),
  );
  return {
    templates: readings.flatMap(({ templates }) => templates),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

/** Reads one of a team's templates; the name of its file is its own. */
export function readTeamTemplate(path: string, text: string): TemplateReading {
  return readTemplate(fileNameOf(path).replace(/\.[^.]*$/, ''), path, text);
}

async function loadTemplate(path: string, files: TemplateFiles): Promise<TeamTemplates> {
  const text = await files.read(path);
  if (text === undefined) {
    return { templates: [], problems: [{ path, position: start, message: unreadable }] };
  }
  const { template, problems } = readTeamTemplate(path, text);
  const lines = new LineIndex(text);
  return {
    templates: template ? [template] : [],
    problems: problems.map(({ span, message }) => ({ path, position: lines.positionAt(span.start), message })),
  };
}

function templateFolder(root: string): string {
  return joinPath(root, '.incident-docs/templates');
}

function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}
