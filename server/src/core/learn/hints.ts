import type { FrontMatter } from '../parse/frontMatter.ts';
import { kindsOfPath } from '../schema/kindSigns.ts';
import type { DocumentKind } from '../schema/vocabulary.ts';
import { fileNameOf, folderOf } from '../text/path.ts';
import { readSpecimen } from './specimen.ts';

/** What the names of folders and repositories, and the titles of their first pages, say of the files below them. */
export type Hints = (path: string) => readonly DocumentKind[];

const firstPage = /^(?:_?index|readme)\./i;
const titles: readonly (readonly [DocumentKind, RegExp])[] = [
  ['runbook', /\b(?:runbooks|playbooks)\b/i],
  ['postmortem', /\b(?:post-?mortems|incident (?:reports|reviews|log))\b/i],
];
/** Folders of what is kept for those who run a system; what they hold must say so as well. */
const ofOperations =
  /(?:^|\/)(?:manual|ops-?manual|operations?(?:-guide)?|operation_guide|procedures|sops?|alerts|troubleshooting)\//i;
/** Keys with which pages say who answers for them, or when they were last looked at. */
const kept =
  /^(?:owner|owner_\w+|owned_by|owning_team|team|maintainers?|last_?reviewed\w*|reviewed\w*|review_(?:in|by|date))$/i;

/** The hints of some files, whose paths count from the folder of a name on. */
export function readHints(files: readonly { readonly path: string; readonly text: string }[], root: string): Hints {
  const titled = new Map<string, DocumentKind>();
  for (const { path, text } of files) {
    if (!firstPage.test(fileNameOf(path))) continue;
    const kind = kindOfTitle(path, text);
    if (kind && folderOf(`/${path}`) !== '/') titled.set(folderOf(`/${path}`), kind);
  }
  const ofRoot = kindsOfPath(`/${root}/`);
  return (path) => {
    const own = kindsOfPath(`/${path}`);
    if (own.length > 0) return own;
    for (let folder = folderOf(`/${path}`); folder.length > 1; folder = folderOf(folder)) {
      const kind = titled.get(folder);
      if (kind) return [kind];
    }
    return ofRoot;
  };
}

function kindOfTitle(path: string, text: string): DocumentKind | undefined {
  const { outline, frontMatter } = readSpecimen(path, text);
  const stated = frontMatter.entries.find(({ key }) => key === 'title')?.value;
  const words = outline.title?.text ?? (typeof stated === 'string' ? stated : '');
  return titles.find(([, pattern]) => pattern.test(words))?.[0];
}

/** Whether a page is of those who run a system: by its folder, and by who answers for it or when it was reviewed. */
export function isOfOperations(path: string, { entries }: FrontMatter): boolean {
  return ofOperations.test(`/${path}`) && entries.some(({ key }) => kept.test(key));
}
