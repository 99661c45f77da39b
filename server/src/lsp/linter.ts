// What reads and checks a document: as it takes a while to load, it is loaded with the first one, and all at once.
export { isConcernedBy } from '../core/check.ts';
export { analyze, fixAll } from '../core/lint.ts';
export { documentFacts } from '../core/model/facts.ts';
export { createMemory } from '../core/parse/memory.ts';
export { createRecall, roomOfAll } from '../core/text/recall.ts';
export { rules } from '../core/rules/index.ts';
export { explainSettingsAt, suggestSettingsAt } from '../core/settingsCaret.ts';
export { readTeamSettings, settingsOfNobody } from '../core/teamSettings.ts';
