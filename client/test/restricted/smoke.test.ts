import assert from 'node:assert/strict';
import { extensions, workspace } from 'vscode';

describe('The extension in Restricted Mode', () => {
  it('is in Restricted Mode', () => {
    assert.equal(workspace.isTrusted, false);
  });

  it('activates all the same', async () => {
    const extension = extensions.getExtension('incident-docs.incident-docs');
    assert.ok(extension, 'VS Code does not know the extension');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
