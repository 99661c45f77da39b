import { byFrequency, mostFrequent } from './frequency.ts';
import type { Specimen } from './specimen.ts';
import { fileNameOf } from '../text/path.ts';
import type { DocumentKind } from '../schema/vocabulary.ts';

/** What documents share before their fields. */
export interface LearnedHead {
  /** The title's words with a placeholder: `Incident on YYYY-MM-DD - [What happened]`; undefined where most have none. */
  readonly title: string | undefined;
  /** The keys of the front matter that most documents have, with the value that most share, or a placeholder. */
  readonly frontMatter: readonly (readonly [string, string])[];
}

const most = 0.8;
const subjects: Readonly<Record<DocumentKind, string>> = {
  runbook: '[Failure or Alert]',
  incident: '[Incident Title]',
  postmortem: '[Incident Title]',
};

/** The title and front matter that documents share. */
export function learnHead(specimens: readonly Specimen[], kind: DocumentKind): LearnedHead {
  const titled = specimens.filter(({ outline }) => outline.title);
  const inFrontMatter = specimens.filter(({ frontMatter }) => frontMatter.entries.some(({ key }) => key === 'title'));
  const hasTitle = titled.length > specimens.length / 2 || inFrontMatter.length < specimens.length * most;
  return { title: hasTitle ? titleOf(titled, kind) : undefined, frontMatter: sharedFrontMatter(specimens) };
}

function titleOf(titled: readonly Specimen[], kind: DocumentKind): string {
  const titles = titled.map(({ outline }) => (outline.title?.text ?? '').replace(/\d{4}-\d{2}-\d{2}/g, 'YYYY-MM-DD'));
  const [common, count = 0] = byFrequency(titles)[0] ?? [];
  if (common !== undefined && count > titled.length / 2) return common;
  const named = titled.filter(
    ({ path }, index) => titles[index]?.split(' ')[0] === fileNameOf(path).replace(/\.[^.]*$/, ''),
  );
  const opening = named.length > titled.length / 2 ? undefined : sharedOpening(titles);
  if (opening !== undefined) return `${opening} ${subjects[kind]}`;
  return kind === 'runbook' && named.length > titled.length / 2 ? '[AlertName]' : subjects[kind];
}

/** The longest run of whole words that most titles begin with, up to a mark that ends it. */
function sharedOpening(titles: readonly string[]): string | undefined {
  const openings = titles.flatMap((title) => {
    const words = title.split(' ');
    return words.slice(0, 6).map((_, index) => words.slice(0, index + 1).join(' '));
  });
  return byFrequency(openings)
    .filter(([opening, count]) => count > titles.length * 0.6 && /[:–—-]$|YYYY-MM-DD,?$|(?:on|of)$/.test(opening))
    .map(([opening]) => opening)
    .toSorted((a, b) => b.length - a.length)[0];
}

function sharedFrontMatter(specimens: readonly Specimen[]): readonly (readonly [string, string])[] {
  const keys = byFrequency(specimens.flatMap(({ frontMatter }) => frontMatter.entries.map(({ key }) => key)));
  const shared = new Set(
    keys.filter(([key, count]) => count >= specimens.length * most && key !== 'template').map(([key]) => key),
  );
  const first = specimens.find(({ frontMatter }) => frontMatter.entries.some(({ key }) => shared.has(key)));
  const order = first?.frontMatter.entries.map(({ key }) => key) ?? [];
  return [...shared]
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((key) => [key, sharedValue(specimens, key)]);
}

/** As it stands in the YAML. */
function sharedValue(specimens: readonly Specimen[], key: string): string {
  const values = specimens.flatMap(({ frontMatter, text }) => {
    const entry = frontMatter.entries.find((candidate) => candidate.key === key);
    return entry ? [text.slice(entry.valueSpan.start, entry.valueSpan.end).trim()] : [];
  });
  const [value = '', count = 0] = byFrequency(values)[0] ?? [];
  if (count > values.length / 2 && !value.includes('\n')) return value;
  if (mostFrequent(values.map((other) => /^\d{4}-\d{2}-\d{2}/.test(other)))) return 'YYYY-MM-DD';
  if (mostFrequent(values.map((other) => /^\d+$/.test(other)))) return value;
  return JSON.stringify(`[${key.charAt(0).toUpperCase()}${key.slice(1).replace(/[_-]+/g, ' ')}]`);
}
