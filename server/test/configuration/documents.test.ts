import assert from 'node:assert/strict';
import { analyze } from '../../src/core/lint.ts';
import type { Workspace } from '../../src/core/workspace.ts';
import { read, templates } from './surroundings.ts';

const workspace: Workspace = {
  root: '/w',
  exists: () => Promise.resolve(true),
  read: () => Promise.resolve(undefined),
  markdownFiles: () => Promise.resolve([]),
};

/** Kind and template of a document under a configuration; `none` for one that is none of ours. */
async function known(path: string, text: string, configurationText: string): Promise<string> {
  const { configuration, problems } = read(configurationText);
  assert.deepEqual(problems, []);
  const { document } = await analyze({ path, text }, { workspace, templates, configuration, now: 0 });
  return document ? `${document.kind} ${document.template.name}` : 'none';
}

const plain = '# Disk full\n\n## Symptoms\n\n- Alert\n';
const globs = 'documents:\n  - { files: [docs/ops/**, "!docs/ops/drafts/**"], kind: runbook }\n';

describe('Which document is which kind', () => {
  const cases: readonly (readonly [string, string, string, string, string])[] = [
    ['is told by a glob', '/w/docs/ops/disk.md', plain, globs, 'runbook default'],
    ['is not told by a glob of another folder', '/w/docs/disk.md', plain, globs, 'none'],
    ['is not told of a file that a glob takes away', '/w/docs/ops/drafts/disk.md', plain, globs, 'none'],
    ['is not told of a file outside the workspace', '/x/docs/ops/disk.md', plain, globs, 'none'],
    ['is not told of a README in the folder', '/w/docs/ops/README.md', plain, globs, 'none'],
    [
      'is told of a README that a glob names as such',
      '/w/services/disk/README.md',
      plain,
      'documents: [{ files: services/*/README.md, kind: runbook }]',
      'runbook default',
    ],
    [
      'goes by the front matter before any glob',
      '/w/docs/ops/disk.md',
      `---\nkind: postmortem\n---\n\n${plain}`,
      globs,
      'postmortem default',
    ],
    ['goes by a glob before the title', '/w/docs/ops/disk.md', '# Postmortem: Disk full\n', globs, 'runbook default'],
    [
      'goes by the first glob that names it',
      '/w/docs/ops/disk.md',
      plain,
      `documents:\n  - { files: docs/ops/disk.md, kind: incident }\n${globs.split('\n')[1] ?? ''}\n`,
      'incident default',
    ],
    [
      'is none where a glob says so, whatever title and path say',
      '/w/runbooks/old.md',
      '# Runbook: Disk full\n\n## Symptoms\n\n## Impact\n\n## Investigation Steps\n\n## Resolution Steps\n',
      'documents: [{ files: runbooks/old.md, kind: none }]',
      'none',
    ],
    [
      'is what its front matter says, even where a glob says none',
      '/w/runbooks/old.md',
      `---\nkind: runbook\n---\n\n${plain}`,
      'documents: [{ files: runbooks/**, kind: none }]',
      'runbook default',
    ],
  ];
  for (const [name, path, text, configuration, expected] of cases) {
    it(name, async () => assert.equal(await known(path, text, configuration), expected));
  }
});

describe('Which template a document follows', () => {
  const postmortem = '# Postmortem: Disk full\n\n## Summary\n\nThe disk was full.\n';
  const cases: readonly (readonly [string, string, string, string])[] = [
    [
      'is the one that the team has settled for its kind',
      postmortem,
      'templates: { postmortem: google-sre }',
      'postmortem google-sre',
    ],
    [
      'is the one of the glob before that',
      postmortem,
      'templates: { postmortem: google-sre }\ndocuments: [{ files: docs/**, kind: postmortem, template: pagerduty }]',
      'postmortem pagerduty',
    ],
    [
      'is the one that it names itself before all',
      `---\ntemplate: flutter\n---\n\n${postmortem}`,
      'templates: { postmortem: google-sre }\ndocuments: [{ files: docs/**, kind: postmortem, template: pagerduty }]',
      'postmortem flutter',
    ],
    ['is the nearest by its sections otherwise', postmortem, '', 'postmortem default'],
  ];
  for (const [name, text, configuration, expected] of cases) {
    it(name, async () => assert.equal(await known('/w/docs/disk.md', text, configuration), expected));
  }
});
