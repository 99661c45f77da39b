import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import { fileNameOf, folderOf } from '../../src/core/text/path.ts';
import { readTeamSettings } from '../../src/core/teamSettings.ts';

/** A disk that holds these files; a file whose text is undefined is there and can't be read. */
function disk(files: Readonly<Record<string, string | undefined>>) {
  const paths = Object.keys(files);
  return {
    list: (folder: string) => Promise.resolve(paths.filter((path) => folderOf(path) === folder).map(fileNameOf)),
    read: (path: string) => Promise.resolve(files[path]),
  };
}

describe('What a team has settled', () => {
  it('is the defaults without a file', async () => {
    const { configuration, problems } = await readTeamSettings('/w', disk({}));
    assert.equal(configuration, defaultConfiguration);
    assert.deepEqual(problems, []);
  });

  it('is read from .incident-docs, the team’s own templates among the names', async () => {
    const files = {
      '/w/.incident-docs/config.yaml': 'timezone: Europe/Oslo\ntemplates: { postmortem: ours }\n',
      '/w/.incident-docs/templates/ours.md': '# Postmortem: [Title]\n\n## Summary\n',
    };
    const { configuration, problems, templates } = await readTeamSettings('/w', disk(files));
    assert.deepEqual(problems, []);
    assert.equal(configuration.timezone, 'Europe/Oslo');
    assert.equal(templates[0]?.name, 'ours');
  });

  it('is told where it is wrong, and the rest counts', async () => {
    const files = { '/w/.incident-docs/config.yaml': 'timezone: Europe/Oslo\nreview:\n  daysAftr: 3\n' };
    const { configuration, problems } = await readTeamSettings('/w', disk(files));
    assert.equal(configuration.timezone, 'Europe/Oslo');
    assert.deepEqual(problems, [
      {
        path: '/w/.incident-docs/config.yaml',
        position: { line: 2, character: 2 },
        message: 'Unknown key "daysAftr"; did you mean "daysAfter"?',
      },
    ]);
  });

  it('is read from another file where one is asked for', async () => {
    const files = {
      '/w/.incident-docs/config.yaml': 'timezone: Europe/Oslo',
      '/c/strict.yaml': 'timezone: Europe/Rome',
    };
    const { configuration } = await readTeamSettings('/w', disk(files), '/c/strict.yaml');
    assert.equal(configuration.timezone, 'Europe/Rome');
  });

  const mishaps: readonly (readonly [
    string,
    Readonly<Record<string, string | undefined>>,
    string | undefined,
    string,
  ])[] = [
    [
      'a file that can’t be read',
      { '/w/.incident-docs/config.yaml': undefined },
      undefined,
      "This configuration can't be read; it must be a file of UTF-8 text.",
    ],
    ['a file that is asked for and is not there', {}, '/c/strict.yaml', 'There is no such configuration.'],
    [
      'a file of nearly the right name',
      { '/w/.incident-docs/config.yml': 'timezone: Europe/Oslo' },
      undefined,
      'The configuration is read from config.yaml; rename /w/.incident-docs/config.yml.',
    ],
  ];
  for (const [name, files, asked, message] of mishaps) {
    it(`tells of ${name}`, async () => {
      const { configuration, problems } = await readTeamSettings('/w', disk(files), asked);
      assert.equal(configuration, defaultConfiguration);
      assert.deepEqual(
        problems.map((problem) => problem.message),
        [message],
      );
    });
  }
});
