import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { installPeer, rumdlProgram, titleOf } from './peers.mjs';
import { measure, measureInTurn } from './meter.mjs';

const node = process.execPath;

/**
 * How long linters take on a folder, anew and on unchanged files again; `slow` leaves out those that take minutes. Each time
 * is a median of so many runs in turn.
 */
export function lintTimes(folder, runs, slow = true) {
  const kept = mkdtempSync(join(tmpdir(), 'incident-docs-bench-'));
  try {
    const all = linters(folder, kept).filter((linter) => slow || !linter.slow);
    const again = all.filter((linter) => linter.again).map((linter) => ({ ...linter, words: linter.again }));
    const cold = measureInTurn(all, runs);
    for (const linter of again) measure(linter);
    return { cold, again: measureInTurn(again, runs) };
  } finally {
    rmSync(kept, { recursive: true, force: true });
  }
}

/** The commands, ours first; `again` where a linter keeps results. */
function linters(cwd, kept) {
  const ours = [node, resolve('dist/cli.js'), 'lint'];
  const rumdl = [rumdlProgram(), 'check'];
  const remark = installPeer('remark');
  const options = { 'validate-links': '=repository:false' };
  const plugins = ['frontmatter', 'gfm', 'preset-lint-recommended', 'validate-links'];
  return [
    {
      name: 'Incident Docs',
      cwd,
      words: [...ours, '--no-cache'],
      again: [...ours, '--cache-location', join(kept, 'ours')],
    },
    {
      name: titleOf('markdownlint'),
      cwd,
      words: [node, join(installPeer('markdownlint'), 'markdownlint-cli2/markdownlint-cli2-bin.mjs'), '**/*.md'],
    },
    {
      name: `${titleOf('remark')} with remark-lint and validate-links`,
      cwd,
      words: [
        node,
        join(remark, 'remark-cli/cli.js'),
        '.',
        '--quiet',
        '--no-config',
        '--no-stdout',
        ...plugins.flatMap((plugin) => [
          '--use',
          `${join(remark, `remark-${plugin}`, 'index.js')}${options[plugin] ?? ''}`,
        ]),
      ],
      slow: true,
    },
    {
      name: `${titleOf('rumdl')} (Rust)`,
      cwd,
      words: [...rumdl, '--no-cache', '.'],
      again: [...rumdl, '--cache-dir', join(kept, 'rumdl'), '.'],
    },
    { name: 'the floor: the parser and three trivial checks', cwd, words: [node, resolve('bench/floor.mjs')] },
  ];
}
