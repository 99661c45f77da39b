import assert from 'node:assert/strict';
import { broken, untitled } from './documents.ts';
import { inFolder, incidentDocs } from './program.ts';

const files = { 'a,b: 100%.md': broken, 'docs/no title.md': untitled, 'latin.md': Buffer.from('\xff', 'latin1') };

describe('lint --format', () => {
  it('text: shows each finding with its line, and what it comes to', () =>
    inFolder({ 'broken.md': broken }, async (cwd) => {
      const { out } = await incidentDocs(['lint', '--quiet'], { cwd });
      assert.equal(
        out,
        `broken.md:3:14: error: The front matter is not valid YAML: flow sequence in block collection must be sufficiently indented and end with a ] (line 3). [config-syntax]
    3 | owner: [alice
      |              ^

1 incident document in 1 file: 1 error.
`,
      );
    }));

  it('text: obeys nothing that a document or a file name says to a terminal', () =>
    inFolder({ 'evil\u001B[31m.md': '---\nkind: runbook\na: [\u001B]0;x\u0007\n---\n' }, async (cwd) => {
      const { out } = await incidentDocs(['lint'], { cwd });
      assert.match(out, /^evil<U\+001B>\[31m\.md:/);
      assert.ok(!out.includes('\u001B') && !out.includes('\u0007'));
    }));

  it('sarif: names rules, places, fixes and fingerprints, and what could not be read', () =>
    inFolder(files, async (cwd) => {
      const { status, out } = await incidentDocs(['lint', '--format', 'sarif'], { cwd });
      assert.equal(status, 2);
      const log: SarifLog = JSON.parse(out);
      assert.deepEqual([log.version, log.runs.length], ['2.1.0', 1]);
      const [run] = log.runs;
      assert.ok(run);
      assert.equal(run.columnKind, 'utf16CodeUnits');
      assert.match(run.originalUriBaseIds['WORKINGFOLDER']?.uri ?? '', /^file:\/\/\/.*\/$/);
      assert.deepEqual(
        run.invocations.map((invocation) => invocation.executionSuccessful),
        [false],
      );
      assert.match(run.invocations[0]?.toolExecutionNotifications[0]?.message.text ?? '', /"latin\.md" is not UTF-8/);

      const { rules } = run.tool.driver;
      for (const rule of rules) {
        assert.match(rule.helpUri, new RegExp(`^https://.*/${rule.id}\\.md$`));
        assert.notEqual(rule.shortDescription.text, '');
      }
      for (const result of run.results) {
        assert.equal(rules[result.ruleIndex]?.id, result.ruleId);
        assert.ok(['error', 'warning', 'note'].includes(result.level));
        assert.match(result.partialFingerprints['incidentDocsLine/v1'] ?? '', /^[\da-f]{32}$/);
        const { artifactLocation, region } = result.locations[0]?.physicalLocation ?? {};
        assert.equal(artifactLocation?.uriBaseId, 'WORKINGFOLDER');
        assert.ok(region && region.startLine > 0 && region.startColumn > 0 && region.endColumn > 0);
      }
      const syntax = run.results.find(({ ruleId }) => ruleId === 'config-syntax');
      assert.equal(syntax?.locations[0]?.physicalLocation.artifactLocation.uri, 'a%2Cb%3A%20100%25.md');
      const region = { startLine: 3, startColumn: 14, endLine: 3, endColumn: 14 };
      assert.deepEqual(syntax.locations[0]?.physicalLocation.region, region);
      const title = run.results.find(({ ruleId }) => ruleId === 'missing-title');
      assert.equal(title?.locations[0]?.physicalLocation.artifactLocation.uri, 'docs/no%20title.md');
      assert.match(JSON.stringify(title.fixes), /# Postmortem: No title/);
    }));

  it('github: writes annotations, escaped', () =>
    inFolder(files, async (cwd) => {
      const { out } = await incidentDocs(['lint', '--format', 'github'], { cwd });
      const lines = out.trimEnd().split('\n');
      assert.ok(
        lines.every((line) => /^::(?:error|warning|notice) file=[^:,]+,line=\d+,[^:]*title=[a-z-]+::./.test(line)),
      );
      assert.match(
        lines[0] ?? '',
        /^::error file=a%2Cb%3A 100%25\.md,line=3,endLine=3,col=14,endColumn=14,title=config-syntax::The front/,
      );
    }));

  it('junit: has a suite for each file and a failure for each error', () =>
    inFolder(files, async (cwd) => {
      const { out } = await incidentDocs(['lint', '--format', 'junit'], { cwd });
      assert.match(
        out,
        /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="incident-docs" tests="\d+" failures="1" errors="1">\n/,
      );
      assert.equal(count(out, '<testsuite '), 3);
      assert.equal(count(out, '<failure '), 1);
      assert.equal(count(out, '<error '), 1);
      assert.equal(count(out, '<testcase '), Number(/ tests="(\d+)"/.exec(out)?.[1]));
      assert.match(out, /<failure type="config-syntax" message="The front matter [^"<]*">a,b: 100%\.md:3:14: error: /);
      assert.match(out, /<error message="&quot;latin\.md&quot; is not UTF-8 text: [^"<]*"\/>/);
      assertNested(out);
    }));
});

interface SarifLog {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly rules: readonly {
          readonly id: string;
          readonly helpUri: string;
          readonly shortDescription: { readonly text: string };
        }[];
      };
    };
    readonly columnKind: string;
    readonly originalUriBaseIds: Readonly<Record<string, { readonly uri: string }>>;
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
    }[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly fixes?: unknown;
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
          readonly region: Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>;
        };
      }[];
    }[];
  }[];
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** Fails where an element of an XML text is not closed by its own end. */
function assertNested(xml: string): void {
  const open: string[] = [];
  for (const [, end, name = '', alone] of xml.matchAll(/<(\/?)([a-z-]+)(?:\s+[a-z]+="[^"<]*")*\s*(\/?)>/g)) {
    if (end) assert.equal(open.pop(), name);
    else if (!alone) open.push(name);
  }
  assert.deepEqual(open, []);
}
