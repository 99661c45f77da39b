import { spanOf } from '../parse/markdown.ts';
import type { Section } from '../parse/outline.ts';
import { skip, walk } from '../parse/walk.ts';
import { sectionsOfRole } from '../schema/align.ts';
import { normalizeLabel } from '../schema/label.ts';
import { typeOfLabel } from '../schema/synonyms.ts';
import type { Span } from '../text/span.ts';
import type { IncidentDocument } from './document.ts';
import { saysNothing } from './values/absent.ts';
import { namesGroup } from './values/people.ts';

/** Words in a text for customers that mean something only inside the company. */
export interface Leak {
  readonly words: string;
  readonly span: Span;
  readonly what: 'host' | 'internal name' | 'person';
}

const headings =
  /^(?:(?:external|public|customers?(?:[- ]facing)?|clients?) (?:messages?|statements?|updates?|announcements?|notices?|notifications?|e-?mails?|letters?|posts?)|(?:message|statement|update) (?:to|for) (?:the |our )?(?:customers|users|public)|status ?page (?:messages?|updates?|texts?|posts?))$/;
const internal = '(?:internal|intra|local|localdomain|corp|lan|svc|cluster\\.local)';
const machine =
  '(?:db|database|web|api|app|node|host|srv|server|prod|redis|kafka|pod|cache|lb|vm|mysql|pg|postgres|queue|worker)';

/** What is found in the words themselves. */
const patterns: readonly (readonly [Leak['what'], RegExp])[] = [
  ['host', new RegExp(`\\b[a-z0-9][\\w-]*(?:\\.[\\w-]+)*\\.${internal}\\b(?::\\d+)?`, 'gi')],
  ['host', /\b(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2})\b/g],
  [
    'host',
    new RegExp(
      `(?<![\\w/.-])(?:[a-z0-9]+-)*${machine}(?:-[a-z0-9]+)*-?\\d{1,4}(?:\\.[a-z][\\w-]*)*(?![\\w-]|\\.\\w)`,
      'g',
    ),
  ],
  ['internal name', /(?<![\w&#/])#[a-z][a-z0-9_-]{2,}/g],
  ['internal name', /\b(?!(?:SEV|CVE|UTF|SHA|RFC|ISO|TLS|HTTP|AES|RSA|COVID|GMT|UTC)-)[A-Z][A-Z\d]{1,9}-\d+\b/g],
  ['person', /(?<![\w.@/])@[a-z][\w-]*(?![\w.]*\.[a-z])/gi],
];

/** What people inside the company alone understand, in the text meant for customers; `people` are names and handles. */
export function leaksOf(document: IncidentDocument, people: readonly string[]): Leak[] {
  const { alignment, outline, text, each } = document;
  const sections = new Set([
    ...sectionsOfRole(alignment, 'external-message'),
    ...each(forCustomers, outline.allSections),
  ]);
  if (sections.size === 0) return [];
  const all = patternsWith(document, people);
  return [...sections]
    .flatMap((section) => leaksIn(section, text, all))
    .toSorted((a, b) => a.span.start - b.span.start);
}

function forCustomers(section: Section): readonly Section[] {
  return headings.test(normalizeLabel(section.heading.text)) ? [section] : [];
}

/** What people inside the company alone understand, in words that are to be sent to customers; each once. */
export function leaksInWords(words: string, document: IncidentDocument, people: readonly string[]): readonly string[] {
  const found = patternsWith(document, people).flatMap(([, pattern]) => words.match(pattern) ?? []);
  return [...new Set(found)];
}

/** The patterns, and the names of the people who take part. */
function patternsWith(
  document: IncidentDocument,
  people: readonly string[],
): readonly (readonly [Leak['what'], RegExp])[] {
  const names = [...people, ...peopleOf(document), ...respondersOf(document)].filter((name) => name.length > 2);
  if (names.length === 0) return patterns;
  const named = new RegExp(`(?<![\\p{L}\\d@])(?:${names.map(escaped).join('|')})(?![\\p{L}\\d])`, 'gu');
  return [...patterns, ['person', named]];
}

function leaksIn({ body }: Section, text: string, all: readonly (readonly [Leak['what'], RegExp])[]): Leak[] {
  const leaks: Leak[] = [];
  for (const block of body) {
    walk(block, (node) => {
      const place = spanOf(node);
      if (node.type === 'inlineCode') {
        leaks.push({ words: node.value, span: place, what: 'internal name' });
        return skip;
      }
      if (node.type !== 'text') return undefined;
      const words = text.slice(place.start, place.end);
      for (const [what, pattern] of all)
        for (const match of words.matchAll(pattern)) {
          const start = place.start + match.index;
          leaks.push({ words: match[0], span: { start, end: start + match[0].length }, what });
        }
      return undefined;
    });
  }
  return leaks.filter(
    (leak, index) =>
      !leaks.slice(0, index).some(({ span }) => span.start < leak.span.end && leak.span.start < span.end),
  );
}

/** The persons whom the document's own fields name. */
function peopleOf({ fields }: IncidentDocument): string[] {
  return fields
    .filter(({ label, schema }) => (schema?.type ?? typeOfLabel(normalizeLabel(label))) === 'people')
    .flatMap(({ value }) => value.split(/,|;|&|\band\b/))
    .map((name) =>
      name
        .replace(/\(.*?\)/g, '')
        .trim()
        .replace(/^@/, ''),
    )
    .filter((name) => !saysNothing(name) && !namesGroup(name) && !name.startsWith('['));
}

/** The names with which the lines of the sections on who took part begin: "- Ada Byron (commander)". */
function respondersOf({ alignment, text }: IncidentDocument): string[] {
  const sections = (['responders', 'stakeholders'] as const).flatMap((role) => sectionsOfRole(alignment, role));
  return sections.flatMap(({ span }) =>
    [...text.slice(span.start, span.end).matchAll(responder)].flatMap(([, name = '']) =>
      position.test(name) ? [] : [name],
    ),
  );
}

const responder = /^[ \t]*(?:[-*+|]|\d+\.)[ \t]+[*_]*(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){1,2})(?![\p{L}:*])/gmu;
const position =
  /\b(?:commander|lead|manager|engineers?|team|support|customers?|owner|liaison|scribe|deputy|on-?call|internal|external|service|platform)\b/i;

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
