import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { commands, extensions, Uri, workspace } from 'vscode';
import { allCommands } from '../src/commands/index.ts';

interface Keybinding {
  readonly command: string;
  readonly when?: string;
  /** Those of `runCommands`, which does several things in turn. */
  readonly args?: { readonly commands?: readonly (string | { readonly command: string })[] };
}

interface Contributions {
  readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
  readonly keybindings: readonly Keybinding[];
  readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
  readonly viewsWelcome: readonly { readonly contents: string }[];
  readonly walkthroughs: readonly { readonly steps: readonly WalkthroughStep[] }[];
  readonly configuration: { readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
}

interface WalkthroughStep {
  readonly description: string;
  readonly media: { readonly markdown: string };
  readonly completionEvents: readonly string[];
}

function contributions(): Contributions {
  const manifest: { readonly contributes: Contributions } =
    extensions.getExtension('incident-docs.incident-docs')?.packageJSON;
  return manifest.contributes;
}

describe('The manifest', () => {
  it('lists the commands as the code does, with their titles', () => {
    const listed = contributions().commands.map(({ command, title, category }) => `${category}: ${title} (${command})`);
    const coded = allCommands.map(({ id, title }) => `Incident Docs: ${title} (${id})`);
    assert.deepEqual(new Set(listed), new Set(coded));
    assert.equal(listed.length, coded.length);
  });

  it('has no command that the README does not explain', () => {
    const folder = extensions.getExtension('incident-docs.incident-docs')?.extensionUri;
    assert.ok(folder);
    const text = readFileSync(Uri.joinPath(folder, 'README.md').fsPath, 'utf8');
    const explained = new Set([...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, words]) => words));
    assert.deepEqual(
      allCommands.map(({ title }) => title).filter((title) => !explained.has(title)),
      [],
    );
  });

  it('binds keys and menus to commands that there are', () => {
    const { keybindings, menus } = contributions();
    const known = new Set(allCommands.map(({ id }) => id));
    const bound = keybindings.flatMap(({ command, args }) => args?.commands ?? [command]);
    const used = [...bound, ...Object.values(menus).flat()]
      .map((entry) => (typeof entry === 'string' ? entry : entry.command))
      .filter((command) => !command.startsWith('list.'));
    assert.deepEqual(
      used.filter((command) => !known.has(command)),
      [],
    );
    assert.ok(keybindings.every(({ when }) => when !== undefined));
  });

  it('begins with steps that have a text, and commands that there are', async () => {
    const known = new Set([...(await commands.getCommands()), ...allCommands.map(({ id }) => id)]);
    const steps = contributions().walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    assert.equal(steps.length, 6);
    const folder = extensions.getExtension('incident-docs.incident-docs')?.extensionUri;
    assert.ok(folder);
    for (const { media } of steps) await workspace.fs.stat(Uri.joinPath(folder, media.markdown));
    const texts = [...steps, ...contributions().viewsWelcome.map(({ contents }) => ({ description: contents }))];
    const linked = texts.flatMap(({ description }) =>
      [...description.matchAll(/\(command:([\w.]+)/g)].map(([, command = '']) => command),
    );
    const awaited = steps
      .flatMap(({ completionEvents }) => completionEvents)
      .filter((on) => on.startsWith('onCommand:'));
    assert.deepEqual(
      [...linked, ...awaited.map((on) => on.slice('onCommand:'.length))].filter((command) => !known.has(command)),
      [],
    );
  });

  it('describes each setting', () => {
    for (const [name, setting] of Object.entries(contributions().configuration.properties)) {
      assert.match(name, /^incidentDocs\./);
      assert.ok(setting.description ?? setting.markdownDescription, `${name} has no description`);
    }
  });
});
