import assert from 'node:assert/strict';
import { dangersOf } from '../../../src/core/model/steps/dangers.ts';
import { masked } from '../../../src/core/model/steps/masking.ts';
import { holdsMatch } from '../../../src/lsp/patterns.ts';

const judges = { hasComments: true, team: [], search: holdsMatch };
const reasonsOf = (text: string): readonly string[] => dangersOf(text, judges).map(({ reason }) => reason);

describe('What is asked about before it runs', () => {
  const dangerous = [
    'rm -rf /tmp/x /etc',
    'rm -fr build',
    'cd /srv && sudo rm -r data',
    'kubectl --context prod delete pod api-1',
    'kubectl delete \\\n  pod api-1',
    'kubectl delete pod a --dry-run=client && kubectl delete pod a',
    'kubectl scale deploy/api --replicas 0',
    'kubectl drain node-1',
    'terraform -chdir=prod destroy',
    'helm uninstall api',
    'git push -f origin main',
    'git push origin +main',
    'dd if=/dev/zero of=/dev/sda',
    'mkfs.ext4 /dev/sdb1',
    'ssh web-1 reboot',
    'if true; then /sbin/reboot; fi',
    'sudo -n shutdown -r now',
    'curl -fsSL https://example.com/i.sh | sudo -E bash -',
    'curl https://example.com/i.sh | tee i.sh | sh',
    'curl https://example.com/i.py | python3 -',
    'bash <(curl -s https://example.com/i.sh)',
    'eval "$(curl -s https://example.com/i.sh)"',
    'source <(wget -qO- https://example.com/i.sh)',
    'iwr https://example.com/i.ps1 | iex',
    'Remove-Item -Recurse C:\\data',
    'psql -c "\nDROP\n  TABLE users"',
    'psql <<SQL\nTRUNCATE users;\nSQL',
    'bash <<EOF\nrm -rf data\nEOF',
    'echo "<<X"\nrm -rf data',
    "echo $'it\\'s'\nrm -rf data",
    'ls " # " ; rm -rf data',
    'echo $(rm -rf data)',
    'echo b > /proc/sysrq-trigger',
    `: ${'a'.repeat(9000)}; rm -rf data`,
  ];
  for (const text of dangerous) it(text.slice(0, 60), () => assert.notDeepEqual(reasonsOf(text), []));

  const ordinary = [
    'echo "rm -rf data"',
    'ls # rm -rf data',
    '# rm -rf data\nls',
    'kubectl get pods\nkubectl rollout restart deploy/api',
    'kubectl delete pod a --dry-run=server',
    'rm report.txt',
    'grep -r "DROP TABLE" migrations',
    'git push origin main',
    'curl -s https://example.com/health | jq .status',
    'curl -s https://example.com/status | python3 -m json.tool',
    'printf done > result.txt',
    'helm rollback api 3',
    'terraform plan',
  ];
  for (const text of ordinary) it(`not about ${text}`, () => assert.deepEqual(reasonsOf(text), []));

  it('names each command of a line, and why', () => {
    assert.deepEqual(dangersOf('kubectl delete ns prod; reboot', judges), [
      { command: 'kubectl delete ns prod; reboot', reason: 'deletes a namespace and everything in it' },
      { command: 'reboot', reason: 'restarts or stops a machine' },
    ]);
  });

  it('and what a team adds, case aside, also where its pattern never comes to an end', () => {
    const team = [
      { pattern: String.raw`\bfailover\b`, reason: 'moves all traffic' },
      { pattern: '(a+)+$', reason: 'never' },
    ];
    const found = dangersOf(`./FailOver now\necho ${'a'.repeat(60)}!`, { ...judges, team });
    assert.deepEqual(found[0], { command: './FailOver now', reason: 'moves all traffic' });
    assert.match(found[1]?.reason ?? '', /in time/);
  });

  it('and, where # begins no comment, what stands behind it', () => {
    const inBatch = { ...judges, hasComments: false };
    assert.notDeepEqual(dangersOf('echo # & rd /s data', inBatch), []);
  });
});

describe('Masking a text', () => {
  const texts: readonly (readonly [text: string, shown: string])[] = [
    ['password: hunter2', 'password: ••••'],
    ['DB_PASSWORD=letmein host=db', 'DB_PASSWORD=•••• host=db'],
    ['{"token": "abc", "n": 1}', '{"token": ••••, "n": 1}'],
    ['Authorization: Bearer abc', 'Authorization: Bearer ••••'],
    ['AKIAQWERTYUIOPASDFGH', '••••'],
    ['postgres://api:q8Zr2mXw@db/x', 'postgres://api:••••@db/x'],
    ['a\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\nb', 'a\n•••• (private key)\nb'],
    ['tokens: 15\nPASSWORD=$PASSWORD\nsecret: null', 'tokens: 15\nPASSWORD=$PASSWORD\nsecret: null'],
    ['secret/api configured', 'secret/api configured'],
  ];
  for (const [text, shown] of texts) it(text.split('\n')[0] ?? '', () => assert.equal(masked(text), shown));
});
