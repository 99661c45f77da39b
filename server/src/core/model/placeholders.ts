import type { Html, Text } from 'mdast';
import { spanOf } from '../parse/markdown.ts';
import { partReader, readParts, type PartReader, type PartSource } from '../parse/partReader.ts';
import type { Part } from '../parse/parts.ts';
import type { Template } from '../schema/template.ts';
import { ownWords } from '../text/slice.ts';
import { moved, type Span } from '../text/span.ts';
import type { Placeholder } from './document.ts';
import { nodesOf } from './nodes.ts';

/** Without one of these there is no template word, which is told at once. */
const hint = /[[{]|T[BO]|FIX|XX|HH|hh|YY|\?|to be |t\.?b\.?[adc]\b|later|soon|to follow|wip|work in/i;
/** Template words in brackets: the template's own are added to these openings, which teams use. */
const instruction =
  /^(?:insert|your|enter|describe|add|fill|name of|list|link to|incident title|title|service name|service|brief|short|what|who|why|how|when|which|yyyy|hh:mm|sev-\?|x hours|number|estimate|tbd|todo|placeholder|replace|author|owner|date|time|names?|team)\b/i;
/** Words that stand alone in brackets: a sentence goes on behind them, so more than these would be an aside. */
const alone =
  /^(?:count|amount|value|percentage|percent|duration|region|reason|url|ticket(?: (?:number|id))?|customer(?: name)?|user count|n|x)$/i;
/** A callout's `[!NOTE]` is no word to be filled in. */
const bracketed = /(?<!\\)\[(?!!)([^[\]\n]{2,160})\](?![[(:])/g;
const braced = /(?<![{$%#<\\])\{([A-Za-z][\w -]{1,60})\}(?!\})/g;
/** In a runbook `{pod}` is a parameter of the steps, to be filled in by whoever runs them. */
const bracedWords = /(?<![{$%#<\\])\{([A-Za-z][\w-]* [\w -]{1,58})\}(?!\})/g;
const marker =
  /(?<![\w/.-]|\b(?:an?|the|this|that|its|our|their|each|every|no) )(?:TBD|TBC|TODO(?! [Ll]ists?\b)|FIXME|XX:XX|(?<!\()(?:HH:MM|HH:mm|hh:mm)|YYYY-MM-DD|SEV-\?)(?![\w/-])/g;
/** A number that is still to be counted: "XX users", "$XX". Five hundred and something is `5xx`. */
const uncounted = /(?<![\w/.-])X{2,3}(?=\s?%|\s[a-z]|,\d)(?!\s?:)/g;
/** All that a line says, in so many words: "to be written", "coming soon". */
const promise =
  /(?<=^[\s*_(|>-]*)(?:t\.b\.[adc]\.?|tb[adc]|to be (?:written|done|completed|filled(?: in)?|added|determined|confirmed|documented|described|updated|provided|decided)|(?:fill|write) (?:this |me )?(?:in )?later|coming soon|to follow|work in progress|wip)(?: later| soon)?(?=[\s.…!*_)|]*$)/gim;
/** A site's `??? note "Background"` folds what follows. */
const questions =
  /(?<=^|[\s|:(*$€£~])(?!\?{3} (?:[\w-]+(?: [\w-]+){0,3} "|(?:abstract|bug|danger|example|failure|info|note|question|quote|success|tip|warning)\b))\?{2,}(?=$|[\s|,.;)*%])/gm;
/** `<insert amount>`: a tag to the parser, and no tag that there is. */
const angled =
  /<(?:insert|enter|your|add|fill in|describe|name of|number of|link to|who|what|when)(?: [\w'’-]+){1,8}>|<tb[adc]>/gi;

/**
 * The template words that nobody has replaced, in the pieces of a text that are prose or values: `[…]` as the templates
 * write them, `{…}`, `TBD`, `TODO`, `??`, `XX:XX`. Check boxes, links, Go templates, escaped brackets
 * and bracketed asides of the author's are none.
 */
export function readPlaceholders(
  values: readonly Span[],
  parts: readonly Part[],
  source: PartSource,
  template: Template,
): Placeholder[] {
  const { text, recall } = source;
  const { inWords, inPart } = recall(readersFor, template);
  const found = values.flatMap(({ start, end }) => placed(inWords(text.slice(start, end)), start));
  return [...found, ...readParts(inPart, parts, source)];
}

function placed(found: readonly Placeholder[], by: number): Placeholder[] {
  return found.map((one) => ({ ...one, span: moved(one.span, by) }));
}

/**
 * What reads the placeholders of documents that follow a template: in words, with spans that count from their beginning, and in
 * a part.
 */
function readersFor(template: Template): {
  readonly inWords: (words: string) => readonly Placeholder[];
  readonly inPart: PartReader<Placeholder>;
} {
  const own = ownPlaceholders(template);
  const inWords = (words: string): readonly Placeholder[] => {
    if (!hint.test(words)) return [];
    const found = [
      ...[...words.matchAll(bracketed)].filter(
        ([whole, inner = '']) =>
          own.has(whole.toLowerCase().replaceAll('\\|', '|')) || instruction.test(inner) || alone.test(inner),
      ),
      ...words.matchAll(template.kind === 'runbook' ? bracedWords : braced),
      ...words.matchAll(marker),
      ...words.matchAll(questions),
      ...(template.kind === 'runbook' ? [] : words.matchAll(uncounted)),
      ...words.matchAll(promise),
    ].map((match) => ({
      text: ownWords(match[0]),
      span: { start: match.index, end: match.index + match[0].length },
    }));
    return withoutNested(found.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end));
  };
  const inNode = (node: Text | Html, text: string): readonly Placeholder[] => {
    const { start, end } = spanOf(node);
    // A live document marks with "**TODO**" and "**DONE**" how things stand.
    if (node.value === 'TODO' && template.kind === 'incident') return [];
    return node.type === 'html' ? inTags(node.value, template) : inWords(text.slice(start, end));
  };
  const inPart = partReader(
    (part, source) =>
      writtenIn(part, source).flatMap((node) => {
        const inside = source.recall(inNode, node, source.text);
        return inside.length > 0 ? placed(inside, spanOf(node).start) : [];
      }),
    ({ span }: Placeholder) => [span],
  );
  return { inWords, inPart };
}

/** In a runbook `<your namespace>` is a parameter of the steps. */
function inTags(html: string, { kind }: Template): readonly Placeholder[] {
  if (kind === 'runbook' || !html.startsWith('<') || html.startsWith('<!--')) return [];
  return [...html.matchAll(angled)].map(({ 0: text, index }) => ({
    text,
    span: { start: index, end: index + text.length },
  }));
}

/** All that a reader sees of a part, and what may be a tag or a word to be filled in, in document order. */
function writtenIn(part: Part, source: PartSource): readonly (Text | Html)[] {
  const { text, html } = nodesOf(part, source);
  return html.length === 0 ? text : [...text, ...html].toSorted((a, b) => spanOf(a).start - spanOf(b).start);
}

function ownPlaceholders(template: Template): ReadonlySet<string> {
  return new Set([...template.body.matchAll(bracketed)].map(([whole]) => whole.toLowerCase()));
}

function withoutNested(found: readonly Placeholder[]): Placeholder[] {
  let end = -1;
  return found.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}
