import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How many documents a crowd has. */
const size = 75;
/** What makes them so long that threads read along, and is quickly read. */
const filler = `<!-- ${'filler '.repeat(5000)}-->\n`;

/** A team's settings, and documents below `docs` that link to each other: so many that a server reads them in threads too. */
export function crowd(): Record<string, string> {
  const files: Record<string, string> = {
    'docs/.incident-docs/config.yaml': configuration('error'),
    'docs/.incident-docs/templates/runbook.md': template,
    'docs/readme.md': '# Readme\n\nNothing of ours.\n',
  };
  for (let n = 0; n < size; n++) files[`docs/${nameOf(n)}`] = `${documentOf(n)}\n${filler}`;
  return files;
}

/** A configuration with a level of its own for what is said of vague actions. */
export function configuration(level: 'error' | 'off'): string {
  return `rules:\n  action-vague: ${level}\n  undefined-acronym: off\n`;
}

/** A document's path below `docs`. */
function nameOf(n: number): string {
  return `${['runbooks', 'postmortems', 'incidents'][n % 3]}/number-${n}.md`;
}

const template = `---
template:
  kind: runbook
---

# Runbook: [Title]

## Symptoms

[What is seen]

## Way Back

[How to undo it]
`;

function documentOf(n: number): string {
  const next = `../${nameOf((n + 1) % size)}`;
  const see = `See [the next](${next}#${n % 4 === 0 ? 'timeline' : 'symptoms'}) and [nothing](../runbooks/none-${n}.md).\n`;
  switch (n % 3) {
    case 0:
      return `# Runbook: Disk ${n}\n\n## Symptoms\n\n${see}\n## Steps\n\n1. Free the disk.\n\n   \`\`\`\n   rm -rf /var/log/${n}/*\n   \`\`\`\n`;
    case 1:
      return `# Postmortem: Disk ${n} full\n\n**Date:** 2024-01-15\n**Severity:** SEV-${(n % 4) + 1}\n\n## Summary\n\n${see}\n## Timeline\n\nAll times in UTC.\n\n- 10:00 - Alert\n- 09:${10 + (n % 50)} - Resolved\n\n## Action Items\n\n| Action | Owner | Due Date | Status |\n| --- | --- | --- | --- |\n| Improve monitoring | | 2024-02-${10 + (n % 15)} | Open |\n| Add an alert for the disk space of replica ${n - (n % 6)} | Ana | 2024-03-05 | Open |\n`;
    default:
      return `# Incident: Disk ${n} full\n\n**Status:** Investigating\n**Severity:** SEV-1\n**Started:** 2024-01-15 10:${10 + (n % 50)} UTC\n\n## Summary\n\n${see}\n## Timeline\n\n- 2024-01-15 10:00 UTC - Alert\n`;
  }
}

/** A copy of the server that was built, in a folder, whose threads do something else first; its program. */
export async function serverWithThread(folder: string, prologue: string): Promise<string> {
  const program = join(folder, 'program');
  await mkdir(program);
  for (const name of await readdir('dist')) {
    const copy = name === 'server.js' ? 'actualServer.js' : name;
    if (name.endsWith('.js')) await copyFile(join('dist', name), join(program, copy));
  }
  const onlyInThreads = `if (!require('node:worker_threads').isMainThread) {\n${prologue}\n}`;
  await writeFile(join(program, 'server.js'), `${onlyInThreads}\nrequire('./actualServer.js');\n`);
  return join(program, 'server.js');
}

/** A thread that puts some words before each message of its findings. */
export function saying(words: string): string {
  return `const { parentPort } = require('node:worker_threads');
const post = parentPort.postMessage.bind(parentPort);
parentPort.postMessage = ({ found, ...answer }) =>
  post({ ...answer, found: { ...found, diagnostics: found.diagnostics.map((each) => ({ ...each, message: '${words}: ' + each.message })) } });`;
}

/** A thread that does something instead of a third answer. */
export function dyingAtThird(action: string): string {
  return `const { parentPort } = require('node:worker_threads');
const post = parentPort.postMessage.bind(parentPort);
let answers = 0;
parentPort.postMessage = (answer) => {
  if (++answers === 3) setImmediate(() => { ${action}; });
  else if (answers < 3) post(answer);
};`;
}
