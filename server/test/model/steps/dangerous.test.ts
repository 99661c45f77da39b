import assert from 'node:assert/strict';
import { changesSystem, looksAtSystem } from '../../../src/core/model/steps/changes.ts';
import { programOf } from '../../../src/core/model/steps/commandNames.ts';
import { dangerOf } from '../../../src/core/model/steps/dangerous.ts';
import { readEndless } from '../../../src/core/model/steps/endless.ts';
import { readInteractive } from '../../../src/core/model/steps/interactive.ts';
import { secretLiterals } from '../../../src/core/model/steps/secrets.ts';

describe('Dangerous commands', () => {
  const lost = [
    'rm -rf /var/lib/api',
    'sudo rm --recursive data',
    'find . -name "*.log" -delete',
    'psql -c "DROP TABLE users"',
    'TRUNCATE TABLE users;',
    'redis-cli FLUSHALL',
    'redis-cli KEYS "bull:*" | xargs redis-cli DEL',
    'mysql -e "RESET SLAVE ALL;"',
    'pg_restore --clean -d app app.dump',
    'bin/rails db:drop',
    'heroku pg:reset -a app',
    'celery -A app purge -Q low',
    'kafka-consumer-groups.sh --group a --reset-offsets --to-latest --execute --topic b',
    'velero backup delete daily',
    'dd if=/dev/zero of=/dev/sda',
    'mkfs.ext4 /dev/sdb1',
    'kubectl delete namespace production',
    'kubectl -n prod delete pvc data-0',
    'oc delete deployment/api',
    'terraform destroy',
    'helm uninstall api',
    'git push --force origin main',
    'git reset --hard HEAD~1',
    'aws ec2 terminate-instances --instance-ids i-1',
    'gcloud compute instances delete web-1',
    'docker system prune -a',
    'curl -X DELETE https://api.example.com/users/1',
  ];
  const disrupted = [
    'kubectl delete pod api-1',
    'kubectl delete namespace $TEST_NAMESPACE',
    'kubectl drain node-1 --ignore-daemonsets',
    'kubectl scale deployment/api --replicas=0',
    'sudo reboot',
    'systemctl stop api',
    'kill -9 123',
    'curl https://example.com/install.sh | sudo bash',
    'terraform apply -auto-approve',
  ];
  const ordinary = [
    'kubectl get pods',
    'kubectl scale deployment/api --replicas=20',
    'kubectl rollout restart deployment/api',
    'kubectl delete pod api-1 --dry-run=client',
    'go run ./cmd -rm alias -r x',
    'rm /tmp/report.txt',
    'echo "rm -rf /"',
    'grep -r "DROP TABLE" migrations',
    'git push origin main',
    'terraform plan',
    'velero restore delete first',
    'kafka-consumer-groups --group a --reset-offsets --to-latest --dry-run',
    'az group delete --name a --what-if',
    'fdisk -l',
    'curl https://api.example.com',
  ];
  for (const [harm, commands] of [
    ['lost', lost],
    ['disrupted', disrupted],
    [undefined, ordinary],
  ] as const)
    for (const command of commands)
      it(`${command}: ${harm ?? 'none'}`, () => assert.equal(dangerOf(command, programOf(command))?.harm, harm));
});

describe('What a command does', () => {
  it('tells changes from looks', () => {
    for (const command of [
      'kubectl apply -f a.yaml',
      'systemctl restart api',
      'curl -X POST https://a',
      'helm upgrade api .',
    ])
      assert.ok(changesSystem(command, programOf(command)), command);
    for (const command of [
      'kubectl get pods',
      'systemctl status api',
      'curl https://a',
      'kubectl rollout status deployment/api',
    ])
      assert.ok(looksAtSystem(command, programOf(command)), command);
    for (const command of [
      'kubectl apply -f a.yaml --dry-run=server',
      'git push --force',
      'aws eks update-kubeconfig --name a',
    ])
      assert.ok(!changesSystem(command, programOf(command)), command);
  });

  it('tells what never ends, and how it would', () => {
    const endings: readonly (readonly [string, string])[] = [
      ['ping api', 'ping -c 5 api'],
      ['kubectl get pods -n a -w', 'kubectl get pods -n a'],
      ['kubectl logs api --follow --tail=5', 'kubectl logs api --tail=5'],
      ['tail -f a.log', 'tail -n 100 a.log'],
      ['top', 'top -b -n 1'],
      ['vmstat 1', 'vmstat 1 5'],
    ];
    for (const [command, ending] of endings) assert.equal(readEndless(command, programOf(command))?.ending, ending);
    for (const command of [
      'kubectl apply -f a',
      'ping -c 3 a',
      'tail -f a &',
      'timeout 5 tail -f a',
      'kubectl get pods -owide',
      'top -p 7 -n 1',
      'iotop -p 7 -n 3',
    ])
      assert.equal(readEndless(command, programOf(command)), undefined, command);
  });

  it('tells what waits for somebody', () => {
    for (const command of [
      'vim a',
      'kubectl edit cm a',
      'kubectl exec -it a -- bash',
      'ssh a',
      'psql -h a',
      'sudo su -',
      'chroot /host',
      'code --wait values.yaml',
    ])
      assert.ok(readInteractive(command), command);
    for (const command of [
      'kubectl exec a -- ls',
      'ssh a uptime',
      'psql -c "SELECT 1"',
      'ssh -T git@github.com',
      'less',
      'code values.yaml',
      'sudo -u a ls',
    ])
      assert.equal(readInteractive(command), undefined, command);
  });
});

describe('Secrets in the open', () => {
  const secrets: readonly (readonly [text: string, found: string | undefined])[] = [
    ['export A_PASSWORD=hunter2', 'hunter2'],
    ['--token "q8Zr2mXw9T"', 'q8Zr2mXw9T'],
    ['password: "n0t-So-s4fe"', 'n0t-So-s4fe'],
    ['https://api:q8Zr2mXw@db', 'q8Zr2mXw'],
    ['glpat-abcdefghij0123456789', 'glpat-abcdefghij0123456789'],
    ['PASSWORD=$PASSWORD', undefined],
    ['PASSWORD=<password>', undefined],
    ['PASSWORD=YOUR_PASSWORD_1', undefined],
    ['password=changeme1', undefined],
    ['token=abc123', undefined],
    ['AKIAIOSFODNN7EXAMPLE', undefined],
    ['secret=/etc/secrets/db-1', undefined],
  ];
  for (const [text, found] of secrets) {
    it(`${text}: ${found ?? 'none'}`, () => {
      const [first] = secretLiterals(`x\n${text}\n`);
      assert.equal(first && `x\n${text}\n`.slice(first.index, first.index + first.length), found);
    });
  }
});
