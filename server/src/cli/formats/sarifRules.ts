import { pageText } from '../../core/rules/pageText.ts';
import { pageUrl } from '../../core/rules/page.ts';
import { rules } from '../../core/rules/index.ts';
import { sarifLevel } from './sarifLevel.ts';

/** The rules as SARIF describes them, in the order of the list. */
export function sarifRules() {
  return rules.map(({ id, summary, level }) => ({
    id,
    shortDescription: { text: summary },
    helpUri: pageUrl(id),
    help: { text: pageText(id) ?? summary, markdown: pageText(id) ?? summary },
    defaultConfiguration: { enabled: level !== 'off', level: sarifLevel(level) },
  }));
}
