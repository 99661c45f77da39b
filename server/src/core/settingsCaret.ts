import { explainAt, suggestAt } from './configuration/caret.ts';
import { isConfiguration } from './configuration/file.ts';
import type { Environment, Source } from './environment.ts';
import { rules } from './rules/index.ts';
import { explainRefinementsAt, suggestRefinementsAt } from './schema/refinementsCaret.ts';
import { isTeamTemplate } from './schema/teamTemplates.ts';
import type { Explanation } from './shapes/explain.ts';
import type { Suggestion } from './shapes/suggest.ts';

type Surroundings = Pick<Environment, 'templates' | 'workspace'>;

/** What can be written at an offset of what a team settles: its configuration, or the front matter of one of its templates. */
export function suggestSettingsAt(
  { path, text }: Source,
  offset: number,
  { templates, workspace }: Surroundings,
): readonly Suggestion[] {
  if (isConfiguration(path)) return suggestAt(text, offset, { rules, templates });
  return isTeamTemplate(path, workspace.root) ? suggestRefinementsAt(text, offset) : [];
}

/** What stands there, explained; undefined where nothing is known of it. */
export function explainSettingsAt(
  { path, text }: Source,
  offset: number,
  { templates, workspace }: Surroundings,
): Explanation | undefined {
  if (isConfiguration(path)) return explainAt(text, offset, { rules, templates });
  return isTeamTemplate(path, workspace.root) ? explainRefinementsAt(text, offset) : undefined;
}
