import type { Link } from '../model/document.ts';
import { slice } from '../text/slice.ts';
import { defineRule, everyKind, type Finding } from './rule.ts';

/** A link to a heading that the document, its own or another one, does not have. */
export const deadAnchor = defineRule({
  id: 'dead-anchor',
  kinds: everyKind,
  summary: 'A link leads to a heading that is not there.',
  level: 'warning',
  fixable: true,
  *check({ links, text, path, each }) {
    for (const link of each(toMissingAnchor, links)) {
      const hash = link.target.indexOf('#');
      const anchor = link.target.slice(hash);
      const place =
        hash === 0 || link.lookedFor === undefined || path.endsWith(link.lookedFor)
          ? 'this document'
          : `"${link.lookedFor}"`;
      const right = link.nearestAnchor === undefined ? 'name one that it has' : `write "#${link.nearestAnchor}"`;
      yield {
        span: link.targetSpan,
        message: `"${anchor}" is no heading of ${place}; ${right}.`,
        ...corrected(link, text),
      };
    }
  },
});

function corrected({ targetSpan, nearestAnchor }: Link, text: string): Pick<Finding, 'fix'> {
  const hash = slice(text, targetSpan).indexOf('#');
  if (nearestAnchor === undefined || hash < 0) return {};
  const span = { start: targetSpan.start + hash + 1, end: targetSpan.end };
  return { fix: { title: `Link to "#${nearestAnchor}"`, edits: [{ span, text: nearestAnchor }] } };
}

function toMissingAnchor(link: Link): readonly Link[] {
  return link.missing === 'anchor' ? [link] : [];
}
