import assert from 'node:assert/strict';
import { extensions } from 'vscode';
import { allCommands } from '../src/commands/index.ts';

interface Contributions {
  readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
  readonly keybindings: readonly { readonly command: string; readonly when?: string }[];
  readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
  readonly configuration: { readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
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

  it('binds keys and menus to commands that there are', () => {
    const { keybindings, menus } = contributions();
    const known = new Set(allCommands.map(({ id }) => id));
    const used = [...keybindings, ...Object.values(menus).flat()].map(({ command }) => command);
    assert.deepEqual(
      used.filter((command) => !known.has(command)),
      [],
    );
    assert.ok(keybindings.every(({ when }) => when !== undefined));
  });

  it('describes each setting', () => {
    for (const [name, setting] of Object.entries(contributions().configuration.properties)) {
      assert.match(name, /^incidentDocs\./);
      assert.ok(setting.description ?? setting.markdownDescription, `${name} has no description`);
    }
  });
});
