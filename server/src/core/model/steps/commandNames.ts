/** Programs that a line of a shell block begins with, and that seldom begin a sentence. */
const programs: ReadonlySet<string> = new Set(
  `kubectl oc k kubectx kubens helm kustomize istioctl argocd flux velero stern k9s minikube kind kubeadm crictl ctr nerdctl etcdctl virtctl calicoctl cilium linkerd
  docker docker-compose podman buildah skopeo aws aws-vault gcloud gsutil bq az doctl eksctl kops rosa ocm terraform tofu terragrunt pulumi packer vault consul nomad ansible ansible-playbook
  curl wget http httpie awscurl grpcurl ping ping6 traceroute tracepath mtr dig nslookup host nc ncat netcat telnet ss netstat lsof tcpdump nmap ssh scp sftp rsync openssl ip ifconfig iptables nft ethtool arp
  git gh hub glab npm npx yarn pnpm node deno python python3 pip pip3 ruby gem bundle rake rails php composer java mvn gradle go cargo rustc make cmake
  psql mysql mysqldump pg_dump pg_restore pg_ctl sqlite3 redis-cli mongo mongosh cqlsh influx clickhouse-client kafka-topics.sh kafka-consumer-groups.sh kcat rabbitmqctl rabbitmqadmin nodetool elasticsearch-plugin
  cd ls pwd mkdir rmdir rm cp mv ln chmod chown chgrp touch cat tac head tail less grep egrep fgrep rg awk sed cut sort uniq wc tr tee xargs find du df mount umount tar gzip gunzip zip unzip dd mkfs fsck lsblk blkid fdisk parted
  ps top htop kill killall pkill pgrep free vmstat iostat sar uptime dmesg journalctl systemctl service sysctl ulimit strace nohup crontab at watch timeout sleep date hostname uname whoami id sudo su doas chroot nsenter
  echo printf export source unset alias eval exec env set jq yq base64 sha256sum md5sum gpg ykman ssh-keygen ssh-add ssh-agent pass op sops age bash sh zsh pwsh apt apt-get yum dnf apk brew snap dpkg rpm rpm-ostree
  ceph rbd rados odf gluster bosh cf fly cast monit haproxy nginx apachectl varnishadm pgbouncer promtool amtool logcli gds cloud-platform sentry-cli pd opsgenie datadog-agent sensu-cli nagios
  reboot shutdown poweroff halt iptables-save ovs-vsctl ovs-appctl ovn-nbctl ovn-sbctl ovn-appctl nmcli lsmod modprobe mdadm pvs vgs lvs swapoff swapon tc hping3 iperf iperf3 ab wrk hey vegeta k6 locust
  exit true false return break continue pushd popd shift trap wait local readonly declare read zgrep zcat git-crypt totp-cli ckan mongorestore mongodump mongoexport mysqladmin createdb dropdb psql rundeck puppet chef knife salt cloudflared tailscale sops step oras cosign crane trivy grype syft helmfile kubeseal krew stern kubectl-argo-rollouts`.split(
    /\s+/,
  ),
);

/** Words that begin commands and sentences alike: "make sure", "find the pod", "set it to 3". */
const alsoEnglish: ReadonlySet<string> = new Set(
  'make find set go at date host http watch top sort head tail cut source kill service test age pass node id free env export less touch exec eval hey sleep op k su host watch hub kind at fly cast timeout consul vault flux packer hub helm'.split(
    ' ',
  ),
);

const prefix = /^(?:(?:sudo(?:\s+-\w+(?:\s+\w+)?)*|time|nohup|exec|command|env|do|then|else|!|\()\s+)+/;
const value =
  String.raw`(?:"(?:[^"\\]|\\.)*"|'[^']*'|\$\((?:[^()]|\([^()]*\))*\)|` +
  '`[^`]*`' +
  String.raw`|[^\s;"'` +
  '`' +
  String.raw`$]|\$)*`;
const assigned = new RegExp(String.raw`^(?:[A-Za-z_]\w*\+?=${value}(?:\s+|;\s*|$))+`);
/** `level=error ts=…`: what a program logs, not what a person types. */
const logged = /^(?:level|ts|time|lvl|msg|t)=\S+\s+\w+=/;
const control =
  /^(?:for\s+\w+\s+in\b|while\s+(?:\S+.*;?\s*do\b|\[|true|read|!|:|\w+)|until\s|if\s+(?:\[|!|\w+.*;?\s*then\b|\S+$)|case\s.+\sin$|do\b|done\b|fi$|then$|else$|esac|function\s+\w+|\w+\s*\(\)\s*\{|\[\[?\s|\}|\{$|\.\s+\S|(?:\.{1,2}|~)\/[^\s:]+(?=\s|$)|\/\S*(?:\/s?bin\/|\.sh(?=\s|$))\S*)/;

/** Whether a line is what a program logs, which somebody has put among commands. */
export function isLogged(line: string): boolean {
  return logged.test(line);
}

/** Whether a line is a command, as far as it can be told: it begins with a program, an assignment, a path, `for`, `if` … */
export function looksLikeCommand(line: string): boolean {
  if (logged.test(line)) return false;
  if (control.test(line)) return true;
  const assignment = assigned.exec(line)?.[0] ?? '';
  if (assignment !== '' && assignment.length === line.length) return !/\s=|=\s/.test(line.slice(0, 40));
  const rest = line.slice(assignment.length).replace(prefix, '');
  const [, word = '', behind = ''] = /^\[?([\w.+-]+)\]?(?=$|[\s;|&<>)])(.*)$/s.exec(rest) ?? [];
  if (control.test(rest)) return true;
  if (!programs.has(word)) return /^[a-z][\w.-]*\s+(?:\S+\s+)*--?[a-z]/.test(rest) && !/[.!?]$/.test(rest);
  if (!alsoEnglish.has(word)) return !/^\s+(?:is|are|was|will|should|can|may|has|have)(?![\w-])/.test(behind);
  // "make sure that …" is a sentence; "make build", "find / -name x" are commands.
  return (
    !/^\s+(?:sure|the|a|an|that|it|to|of|in|is|are|you|your|all|this|for|out|and)\b/.test(behind) ||
    /\s-{1,2}\w|[|<>$]/.test(behind)
  );
}

/** The name of the program that a command runs, without assignments, `sudo` and the like; empty where there is none. */
export function programOf(line: string): string {
  const rest = line.replace(assigned, '').replace(prefix, '').replace(assigned, '');
  return (/^[\w./+~$-]+/.exec(rest)?.[0] ?? '').replace(/^.*\//, '');
}
