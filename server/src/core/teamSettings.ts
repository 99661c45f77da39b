import { defaultConfiguration, type Configuration } from './configuration/configuration.ts';
import { configurationPath } from './configuration/file.ts';
import { readConfiguration } from './configuration/read.ts';
import { rules } from './rules/index.ts';
import { builtInTemplates } from './schema/presets.ts';
import { readTeamTemplates, type TeamTemplateProblem, type TemplateFiles } from './schema/teamTemplates.ts';
import type { Template } from './schema/template.ts';
import { LineIndex } from './text/lineIndex.ts';
import { fileNameOf, folderOf, joinPath } from './text/path.ts';

/** What a team keeps in `.incident-docs`, and what is wrong with it. */
export interface TeamSettings {
  /** The team's own templates, which come first, and the built-in ones. */
  readonly templates: readonly Template[];
  /** The team's configuration; the defaults for what it leaves open, or gets wrong. */
  readonly configuration: Configuration;
  readonly problems: readonly TeamTemplateProblem[];
}

/** What holds where no team has settled anything. */
export function settingsOfNobody(): TeamSettings {
  return { templates: builtInTemplates(), configuration: defaultConfiguration, problems: [] };
}

/**
 * Reads what the team of a workspace has settled. `configurationFile` is the absolute path of a configuration that holds
 * instead of the one in the workspace's `.incident-docs`, and that must be there.
 */
export async function readTeamSettings(
  root: string,
  files: TemplateFiles,
  configurationFile?: string,
): Promise<TeamSettings> {
  const team = await readTeamTemplates(root, files);
  const templates = [...team.templates, ...builtInTemplates()];
  const path = configurationFile ?? configurationPath(root);
  const text = await files.read(path);
  if (text === undefined) {
    const message = await whyUnread(path, files, configurationFile !== undefined);
    const problems = message === undefined ? [] : [{ path, position: { line: 0, character: 0 }, message }];
    return { templates, configuration: defaultConfiguration, problems: [...team.problems, ...problems] };
  }
  const lines = new LineIndex(text);
  const { configuration, problems } = readConfiguration(text, { rules, templates });
  return {
    templates,
    configuration,
    problems: [
      ...team.problems,
      ...problems.map(({ span, message }) => ({ path, position: lines.positionAt(span.start), message })),
    ],
  };
}

/** Why there is no configuration, where a person would want to know. */
async function whyUnread(path: string, files: TemplateFiles, isAskedFor: boolean): Promise<string | undefined> {
  const names = (await files.list(folderOf(path))) ?? [];
  if (names.includes(fileNameOf(path))) return "This configuration can't be read; it must be a file of UTF-8 text.";
  if (isAskedFor) return 'There is no such configuration.';
  const other = names.find((name) => /^config\.(?:yml|json)$/.test(name));
  if (other === undefined) return undefined;
  return `The configuration is read from config.yaml; rename ${joinPath(folderOf(path), other)}.`;
}
