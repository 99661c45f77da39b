import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMarkdown } from '../server/src/core/parse/markdown.ts';
import { frontMatterText, readFrontMatter } from '../server/src/core/parse/frontMatter.ts';
import { readLabels } from '../server/src/core/parse/labels.ts';
import { buildOutline } from '../server/src/core/parse/outline.ts';
import { dateFromPath, dateFromTitle, yearWithin } from '../server/src/core/model/timeline/documentDate.ts';
import { readTimeline } from '../server/src/core/model/timeline/read.ts';
import type { Timeline } from '../server/src/core/model/timeline/timeline.ts';
import { anew } from '../server/src/core/text/knowledge.ts';

/** How the timelines of the real postmortems are read: `--entries` prints each entry beside its source. */
interface IndexEntry {
  readonly repo: string;
  readonly path: string;
  readonly kind: string;
}

/** Stamps that a person who read the document agrees can't be read: typing errors and times that were left open. */
const agreed: ReadonlyMap<string, number> = new Map([
  ['PM2022-004 - Kafka metrics missing from Prometheus.md', 1],
  ['PM2022-006 - ALB 502 errors.md', 2],
  ['2018-02-20-jupyterlab-announcement.md', 1],
  ['2023-02-02-cjs-dashboard-performance.html.md.erb.md', 1],
  ['2019-05-30.md', 1],
]);

const folder = process.env['INCIDENT_DOCS_CORPUS'];
if (!folder) {
  console.error('Set INCIDENT_DOCS_CORPUS to the folder of real documents.');
  process.exit(2);
}
const filter = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '';
const verbose = process.argv.includes('--entries');

const index: unknown = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
if (!Array.isArray(index) || !index.every(isIndexEntry)) throw new Error('index.json is no list of documents.');
const documents = index.filter(({ kind, path, repo }) => kind === 'postmortem' && `${repo}/${path}`.includes(filter));
let withTimeline = 0;
let wellRead = 0;
let wellReadOfAll = 0;
let entries = 0;
let unread = 0;
let timed = 0;
let disputed = 0;

for (const { repo, path } of documents) {
  const text = readFileSync(join(folder, repo.replace('/', '+'), path), 'utf8');
  const timeline = read(path, text);
  if (!timeline || timeline.entries.length + timeline.unread.length === 0) {
    console.log(`      -  ${repo}/${path}`);
    continue;
  }
  withTimeline++;
  const known = timeline.entries.filter(({ at, stamp }) => at !== undefined || stamp.time === undefined).length;
  const doubtful = timeline.unread.length - (agreed.get(path.split('/').at(-1) ?? '') ?? 0);
  if (known / (timeline.entries.length + doubtful) >= 0.95) wellRead++;
  if (known / (timeline.entries.length + timeline.unread.length) >= 0.95) wellReadOfAll++;
  disputed += doubtful;
  entries += timeline.entries.length;
  unread += timeline.unread.length;
  timed += timeline.entries.filter(({ at }) => at !== undefined).length;
  const counts = `${String(timeline.entries.length).padStart(4)} +${String(timeline.unread.length).padStart(2)}`;
  console.log(
    `${counts}  ${repo}/${path}  ${timeline.order === 'descending' ? 'newest first ' : ''}${timeline.zone?.name ?? '-'}`,
  );
  if (verbose) print(timeline, text);
}
const share = (count: number): string => `${count} of ${withTimeline} (${((count / withTimeline) * 100).toFixed(1)} %)`;
console.log(
  `${documents.length} postmortems, ${withTimeline} with a timeline. At least 95 % of the entries are read in ${share(wellReadOfAll)}, ` +
    `without the typing errors and open times that a person can't read either in ${share(wellRead)}. ` +
    `${entries} entries (${timed} with a known moment), ${unread} unread, of which ${disputed} could be read.`,
);

function isIndexEntry(value: unknown): value is IndexEntry {
  return typeof value === 'object' && value !== null && 'repo' in value && 'path' in value && 'kind' in value;
}

function read(path: string, text: string): Timeline | undefined {
  const outline = buildOutline(parseMarkdown(text), text);
  const frontMatter = readFrontMatter(outline);
  const date = readLabels(outline, { text, ...anew }).find(({ label }) => /^date$/i.test(label));
  const title = outline.title?.text ?? frontMatterText(frontMatter, 'title') ?? '';
  return readTimeline(outline, text, {
    sections: [],
    documentDate: (date && dateFromTitle(date.value)) ?? dateFromTitle(title) ?? dateFromPath(path),
    documentYear: yearWithin(path),
    statedZone: undefined,
    defaultZone: 'UTC',
    unnamed: true,
  });
}

function print(timeline: Timeline, text: string): void {
  const line = (offset: number): number => text.slice(0, offset).split('\n').length;
  const items = [
    ...timeline.entries.map((entry) => ({
      start: entry.stamp.span.start,
      words: [
        `${entry.region}${entry.form[0] ?? ''}`,
        (entry.at === undefined
          ? entry.day
            ? `${entry.day.year}-${entry.day.month}-${entry.day.day} ---`
            : '---'
          : new Date(entry.at).toISOString().slice(0, 19)
        ).padEnd(19),
        short(text.slice(entry.stamp.span.start, entry.stamp.span.end), 28).padEnd(28),
        `${entry.stamp.approximate ? '~' : ' '}${(entry.milestone ?? '').padEnd(14)}`,
        short(entry.text, 70),
      ].join(' | '),
    })),
    ...timeline.unread.map((item) => ({
      start: item.span.start,
      words: `UNREAD ${short(text.slice(item.span.start, item.span.end), 50)} => ${item.reason}`,
    })),
    ...timeline.blanks.map((item) => ({
      start: item.start,
      words: `BLANK ${short(text.slice(item.start, item.end), 60)}`,
    })),
  ];
  for (const { start, words } of items.toSorted((a, b) => a.start - b.start)) {
    console.log(`        ${String(line(start)).padStart(4)} ${words}`);
  }
}

function short(words: string, length: number): string {
  return words.replace(/\s+/g, ' ').slice(0, length);
}
