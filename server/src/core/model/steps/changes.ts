import { dangerOf } from './dangerous.ts';

const kube = String.raw`\b(?:kubectl|oc|k)\b[^|;&]*\s`;

/** Commands that change a running system, beside the dangerous ones. */
const changing: readonly RegExp[] = [
  new RegExp(
    `${kube}(?:scale|patch|apply|edit|replace|set|annotate|label|cordon|uncordon|taint|create|expose|autoscale|rollout\\s+(?:restart|undo|pause|resume))\\b`,
  ),
  /\bhelm3?\b[^|;]*\s(?:upgrade|install|rollback)\b/,
  /\b(?:terraform|tofu|terragrunt|pulumi)\b[^|;]*\s(?:apply|up|import)\b/,
  /\bsystemctl\b[^|;]*\s(?:start|restart|reload|enable|try-restart)\b|\bservice\s+\S+\s+(?:start|restart|reload)\b/,
  /\b(?:docker|podman|nerdctl)\b[^|;]*\s(?:restart|start|update)\b|\b(?:docker|podman)(?:-|\s+)compose\b[^|;]*\s(?:up|restart)\b/,
  /\baws\b[^|;]*\s(?:create|update|modify|put|start|set|attach|detach|associate|register|restore|run|enable|disable)-[\w-]+/,
  /\b(?:gcloud|az|doctl|eksctl|cf|bosh|heroku)\b[^|;]*\s(?:create|update|resize|deploy|restart|restage|scale|start|set|push|recreate|\w+:(?:set|restart|scale))(?:\s|$)/,
  /\b(?:curl|awscurl|http|xh)\b.*\s(?:-X\s*|--request[= ])?["']?(?:POST|PUT|PATCH)\b(?!.*(?:\/|:)_?(?:search|count|query|graphql|explain|analyze|validate)\b)/,
  /\b(?:ALTER|CREATE|GRANT|REVOKE|REINDEX|VACUUM)\s+\w|\bINSERT\s+INTO\b|\bUPDATE\s+\S+\s+SET\b|\bpg_(?:terminate|cancel)_backend\b/i,
  /\bansible-playbook\b|\bsysctl\s+-w\b|\bnginx\s+-s\b|\bpg_ctl\b[^|;]*\s(?:restart|promote|reload)\b|\bceph\b[^|;]*\s(?:osd\s+(?:out|in|reweight|crush|set|unset)|config\s+set)\b|\bredis-cli\b.*\s(?:CONFIG\s+SET|SLAVEOF|REPLICAOF|FAILOVER)\b|\brabbitmqctl\b[^|;]*\s(?:set_|stop_app|start_app)/i,
  /\bvirtctl\b[^|;]*\s(?:start|restart|migrate|pause|unpause)\b|\betcdctl\b[^|;]*\s(?:defrag|compact|member\s+(?:add|remove)|snapshot\s+restore|move-leader)\b/,
];
/** A change that is only tried, or one of the person's own machine. */
const tried =
  /\bupdate-kubeconfig\b|\bauth\s+can-i\b|\bcreate\s+token\b|\bstart-(?:session|query)|^git\b|\s--dry-run(?:\b(?!=none)|=(?:client|server))|\s--what-if\b|\s-WhatIf\b|\s-o\s?yaml\s*>|--help\b/;

/** Whether a command changes a running system, so that one must look whether it worked and know how to undo it. */
export function changesSystem(text: string, program: string): boolean {
  const plain = text.replace(/(?:^|\s)#\s.*$/, '');
  if (/^(?:echo|printf|grep|man|alias)$/.test(program) && !/[|;&]/.test(plain)) return false;
  return (
    !tried.test(plain) && (changing.some((pattern) => pattern.test(plain)) || dangerOf(plain, program) !== undefined)
  );
}

/** What is started anew is the same as before: there is nothing to undo. */
const restarting = new RegExp(
  `${kube}(?:rollout\\s+(?:restart|undo)|delete\\s+(?:-\\S+\\s+(?:[^-\\s]\\S*\\s+)?)*(?:pods?\\b|po\\b|jobs?\\b|lease\\b|certificate(?:request)?s?\\b|<)|uncordon)|\\b(?:restart|reload|reboot|try-restart|defrag|compact)\\b|\\bsystemctl\\b.*\\sstart\\b|\\b(?:VACUUM|REINDEX)\\b|_cancel\\b|\\b(?:docker|podman)(?:-|\\s+)compose\\b(?!.*\\s--(?:build|scale|pull)\\b).*\\sup\\b`,
);

/** What is deleted, set off or replaced for good: that there is no way back is for a warning to say. */
const final =
  /\b(?:flush(?:all|db)|purge[-\w]*)\b|\bALTER\s+(?:USER|ROLE)\b.*\b(?:IDENTIFIED|PASSWORD)\b|\bredis-cli\b.*\s(?:DEL|UNLINK)\b|\b(?:terraform|tofu|terragrunt)\b[^|;]*\s(?:taint|destroy)\b|^(?:\S+\s+)?rm\s|\b(?:docker|podman|nerdctl)\b[^|;]*\s(?:prune|volume\s+rm|rmi)\b|\b(?:curl|http|xh)\b.*\s(?:-X\s*|--request[= ])?["']?POST\b.*\b\w*(?:trigger|notify|run|start|index|sync|refresh|replay|retry|requeue)/i;

/** Whether a command starts something anew and leaves it as it was, or does what nothing can undo. */
export function isNeverUndone(text: string): boolean {
  return restarting.test(text) || final.test(text);
}

const looking: readonly RegExp[] = [
  new RegExp(`${kube}(?:get|describe|logs?|top|events?|wait|rollout\\s+(?:status|history)|auth\\s+can-i|diff)\\b`),
  /\bhelm3?\b[^|;]*\s(?:status|list|ls|get|history|diff)\b|\b(?:terraform|tofu|terragrunt)\b[^|;]*\s(?:plan|show|output|state\s+(?:list|show))\b/,
  /\bsystemctl\b[^|;]*\s(?:status|is-active|show|list-units)\b|\bservice\s+\S+\s+status\b|\bjournalctl\b/,
  /\b(?:docker|podman|nerdctl)\b[^|;]*\s(?:ps|logs|inspect|stats|images)\b/,
  /\baws\b[^|;]*\s(?:describe|list|get|wait|ls)\b|\baws\b[^|;]*\s(?:describe|list|get)-|\b(?:gcloud|az|doctl|eksctl|cf|bosh|heroku)\b[^|;]*\s(?:list|describe|show|status|logs|get|vms|instances|events|apps?)\b/,
  /\b(?:curl|wget|http|xh)\b(?!.*\s(?:-X\s*|--request[= ])?["']?(?:POST|PUT|PATCH|DELETE)\b)/,
  /\b(?:ping|dig|nslookup|host|nc|telnet|openssl\s+s_client|ps|pgrep|df|du|free|uptime|top|ls|cat|tail|head|grep|watch|ss|netstat|lsof|mount|findmnt|lsblk|psql|pg_isready|mysql|amtool|promtool|virtctl\s+\w*list|ceph\s+(?:status|-s|health|osd\s+(?:tree|status|df))|etcdctl\b.*\s(?:endpoint|member\s+list|get))\b/,
  /\bSELECT\b|\bSHOW\s+\w/i,
];

/** Whether a command looks at the system and leaves it as it is. */
export function looksAtSystem(text: string, program: string): boolean {
  return !changesSystem(text, program) && looking.some((pattern) => pattern.test(text));
}
