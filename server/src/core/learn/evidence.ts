import { fenceLanguage, isShell } from '../model/steps/languages.ts';
import { isActionVerb } from '../model/values/actionVerbs.ts';
import { walk, wordsOf } from '../parse/walk.ts';
import { classify } from '../schema/classify.ts';
import type { Template } from '../schema/template.ts';
import { documentKinds, type DocumentKind } from '../schema/vocabulary.ts';
import { fileNameOf } from '../text/path.ts';
import { isOfOperations, type Hints } from './hints.ts';
import { roleOf, type Specimen } from './specimen.ts';

const nothingSettled = {
  kind: undefined,
  template: undefined,
  templates: { runbook: undefined, incident: undefined, postmortem: undefined },
} as const;

const toldAfterwards: ReadonlySet<string> = new Set(
  'summary impact timeline cause resolution well wrong lucky lessons actions detection background'.split(' '),
);
const ofTheCourse: ReadonlySet<string> = new Set('timeline cause lessons actions well wrong'.split(' '));
const ofRunbooks: ReadonlySet<string> = new Set(
  'meaning symptoms impact investigation mitigation escalation'.split(' '),
);

/**
 * The kind that a document most likely is of: what it says itself, or its path and sections say by the built-in templates;
 * else what it is made of. Undefined for any other Markdown.
 */
export function likelyKind(specimen: Specimen, templates: readonly Template[], hints: Hints): DocumentKind | undefined {
  const { path, outline, frontMatter } = specimen;
  const classified = classify(`/${path}`, outline, frontMatter, templates, nothingSettled);
  if (classified) return classified.kind;
  const suggested = hints(path);
  const roles = new Set(specimen.sections.map(roleOf).filter((role) => role !== undefined));
  const isToldAfterwards = intersection(roles, toldAfterwards) >= 3 && intersection(roles, ofTheCourse) >= 1;
  const hasEntries = (specimen.timeline?.entries.length ?? 0) >= 3;
  const runbookRoles = intersection(roles, ofRunbooks);
  const shell = hasShell(specimen);

  const signs: Readonly<Record<DocumentKind, boolean>> = {
    runbook: runbookRoles >= 3 || (isAlertName(path) && (shell || runbookRoles >= 2)),
    incident: false,
    postmortem: isToldAfterwards || (hasEntries && roles.has('timeline') && intersection(roles, toldAfterwards) >= 2),
  };
  const fitting = documentKinds.find((kind) => signs[kind] && (suggested.length === 0 || suggested.includes(kind)));
  if (fitting) return fitting;
  if (isOfPeople(specimen)) return undefined;
  // The folder's name is half of the evidence, so less of the other half will do.
  if (suggested.includes('runbook') && (shell || runbookRoles > 0 || isProcedure(specimen))) return 'runbook';
  if (suggested.includes('postmortem') && (hasEntries || intersection(roles, toldAfterwards) > 0)) return 'postmortem';
  if (suggested.length === 0 && isOfOperations(path, frontMatter) && (shell || isProcedure(specimen))) return 'runbook';
  return undefined;
}

/** As few of a text's bullets as make steps of it. */
const fewestSteps = 3;

/** How a team works together, and how it writes its documents, is no matter of its systems. */
const ofPeople =
  /\b(?:how we work|ways of working|(?:incident|release|hiring|support|review|on-?call) (?:\w+ )?(?:process|policy|exercises?|rota)|communications? (?:plan|policy)|joiners?|leavers?|onboarding|offboarding|going on[ -]call|team (?:alliance|charter|values)|code of conduct|glossary|(?:add|adding|writing|contributing|creating) (?:an? |new |your )*(?:runbooks?|playbooks?|post-?mortems?))\b/i;

/** Whether a page tells of the people of a team, whatever commands it holds. */
export function isOfPeople(specimen: Specimen): boolean {
  return ofPeople.test(titleOf(specimen));
}

/** Title and front matter's title in one: either may be an expression that a site fills in. */
function titleOf({ outline, frontMatter }: Specimen): string {
  const stated = frontMatter.entries.find(({ key }) => key === 'title')?.value;
  return [typeof stated === 'string' ? stated : '', outline.title?.text ?? ''].join(' ').trim();
}

/** Whether a text tells how something is done: code to enter, numbered steps, bullets or headings that command. */
function isProcedure(specimen: Specimen): boolean {
  const { outline, sections } = specimen;
  if ([titleOf(specimen), ...sections.map(({ heading }) => heading.text)].some(commands)) return true;
  let steps = 0;
  walk(outline.tree, (node) => {
    if (node.type === 'code' || (node.type === 'list' && node.ordered)) steps += fewestSteps;
    else if (node.type === 'listItem' && commands(wordsOf(node))) steps += 1;
    return undefined;
  });
  return steps >= fewestSteps;
}

/** "Restart the queue", "How to restore a backup", "If the disk is full". */
function commands(words: string): boolean {
  const first = /\p{L}[\p{L}'-]*/u.exec(words)?.[0] ?? '';
  return /^\W*(?:how (?:to|do)|what to do|if |when )/i.test(words) || (isActionVerb(first) && !first.endsWith('ed'));
}

function intersection(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...some].filter((word) => others.has(word)).length;
}

/** `KubePodCrashLooping.md` */
function isAlertName(path: string): boolean {
  return /^[A-Z][A-Za-z]*[a-z0-9][A-Z][A-Za-z0-9]*\.[^.]+$/.test(fileNameOf(path));
}

function hasShell({ outline }: Specimen): boolean {
  let found = false;
  walk(outline.tree, (node) => {
    found ||= node.type === 'code' && isShell(fenceLanguage(node.lang));
    return undefined;
  });
  return found;
}
