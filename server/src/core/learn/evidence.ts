import { fenceLanguage, isShell } from '../model/steps/languages.ts';
import { walk } from '../parse/walk.ts';
import { classify, kindsOfPath } from '../schema/classify.ts';
import type { Template } from '../schema/template.ts';
import { documentKinds, type DocumentKind } from '../schema/vocabulary.ts';
import { fileNameOf } from '../text/path.ts';
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
export function likelyKind(specimen: Specimen, templates: readonly Template[]): DocumentKind | undefined {
  const { path, outline, frontMatter } = specimen;
  const classified = classify(`/${path}`, outline, frontMatter, templates, nothingSettled);
  if (classified) return classified.kind;
  const suggested = kindsOfPath(`/${path}`);
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
  // The folder's name is half of the evidence, so less of the other half will do.
  if (suggested.includes('runbook') && (shell || runbookRoles > 0)) return 'runbook';
  if (suggested.includes('postmortem') && (hasEntries || intersection(roles, toldAfterwards) > 0)) return 'postmortem';
  return undefined;
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
