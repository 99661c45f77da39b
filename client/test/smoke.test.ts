import assert from 'node:assert/strict';
import { commands, extensions, workspace } from 'vscode';

/** What of package.json these tests look at. */
interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('The extension in a trusted workspace', () => {
  it('is in a trusted workspace', () => {
    assert.equal(workspace.isTrusted, true);
  });

  it('activates when a Markdown document opens', async () => {
    const extension = extensions.getExtension('incident-docs.incident-docs');
    assert.ok(extension, 'VS Code does not know the extension');
    await workspace.openTextDocument({ language: 'markdown', content: '# A note\n' });
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('registers each command that its manifest shows', async () => {
    const extension = extensions.getExtension('incident-docs.incident-docs');
    const manifest: Manifest = extension?.packageJSON;
    const shown = manifest.contributes.commands.map(({ command }) => command);
    assert.ok(shown.length > 0, 'the manifest shows no command');
    const registered = new Set(await commands.getCommands(true));
    assert.deepEqual(
      shown.filter((command) => !registered.has(command)),
      [],
    );
  });
});
