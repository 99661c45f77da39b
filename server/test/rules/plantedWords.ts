/** Sentences in which people judge one another, or call a mistake the cause. */
export const judging: readonly (readonly [rule: string, sentence: string])[] = [
  ['blame-language', 'The on-call engineer was careless and pushed the wrong configuration.'],
  ['blame-language', 'This happened because Dave forgot to raise the limit.'],
  ['blame-language', "It was Sarah's fault, as the review was skipped."],
  ['blame-language', 'The web team failed to follow the checklist.'],
  ['human-error-cause', 'The root cause was human error.'],
  ['human-error-cause', 'This was due to a mistake by an engineer.'],
];

/** Commands that a person alone should run, or nobody. */
export const dubious: readonly (readonly [rule: string, command: string])[] = [
  ['destructive-no-warning', 'rm -rf /var/lib/api'],
  ['destructive-no-warning', 'terraform destroy -auto-approve'],
  ['destructive-no-warning', 'psql -c "TRUNCATE orders"'],
  ['shell-hazard', 'set -euo pipefail'],
  ['shell-hazard', 'kubectl get pods –n live'],
  ['invisible-character', 'kubectl get\u200B pods'],
  ['invisible-character', 'uptime \u202E# oops'],
  ['secret-literal', 'export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7QZLWXYP'],
  ['secret-literal', 'redis-cli -a Xk29dLm3 ping'],
  ['interactive-command', 'vim /etc/hosts'],
];
