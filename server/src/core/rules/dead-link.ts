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
  *check({ links }) {
    for (const { target, targetSpan, style, missing, lookedFor } of links) {
      if (missing !== 'file') continue;
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
