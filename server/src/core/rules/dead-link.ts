import type { Link } from '../model/document.ts';
import { contains } from '../text/span.ts';
import { defineRule, everyKind } from './rule.ts';

/** "prow.k8s.io", "www.example.com/status", "[https://example.com]", "`https://example.com": meant for the web. */
const meansTheWeb =
  /^\W*https?:|^www\.|^(?:[a-z\d-]+\.)+(?:com|org|net|io|dev|app|cloud|gov|edu|uk|de|eu)(?:[/:?#]|$)/i;

/** A link whose target is not among the workspace's files. */
export const deadLink = defineRule({
  id: 'dead-link',
  kinds: everyKind,
  summary: 'A link leads to a file that is not there.',
  level: 'warning',
  fixable: false,
  *check({ links, placeholders, each }) {
    for (const { target, targetSpan, style, lookedFor } of each(toMissingFile, links)) {
      // `[[person]]` of a template is still to be filled in, which is said already.
      // A day's note is made when somebody first writes one.
      if (style === 'wiki' && /^\d{4}-\d\d-\d\d$/.test(target)) continue;
      if (placeholders.some(({ span: unfilled }) => contains(unfilled, targetSpan))) continue;
      yield {
        span: targetSpan,
        message:
          style === 'wiki'
            ? `No note in this workspace is called "${target}"; correct the name, or add the note.`
            : meansTheWeb.test(target)
              ? `"${target}" is read as the path of a file, which is not there; write the address alone, from "https://" on.`
              : `"${target}" leads to "${lookedFor}", which is not there; correct the path, or add the file.`,
      };
    }
  },
});

function toMissingFile(link: Link): readonly Link[] {
  return link.missing === 'file' ? [link] : [];
}
