import { sameAlert, statedAlerts } from '../model/alertNames.ts';
import { defineRule } from './rule.ts';

/** A runbook whose title, front matter and file name different alerts. */
export const alertNameMismatch = defineRule({
  id: 'alert-name-mismatch',
  kinds: ['runbook'],
  summary: 'The runbook names its alert in two ways.',
  level: 'information',
  fixable: false,
  *check(document) {
    const [first, ...others] = statedAlerts(document);
    const other = first && others.find(({ name }) => !sameAlert(name, first.name));
    if (!other) return;
    const span = first.span ?? other.span;
    if (!span) return;
    const where = other.span ? `"${other.name}" here` : `"${other.name}" in the file's name`;
    yield {
      span,
      message: `This alert is called "${first.name}", and ${where}; a link from the alert finds only one of them.`,
      ...(other.span && other.span !== span ? { related: [{ span: other.span, message: 'The other name.' }] } : {}),
    };
  },
});
