import assert from 'node:assert/strict';
import { assignedVariables, loadsVariables } from '../../../src/core/model/steps/environment.ts';
import { parametersOf } from '../../../src/core/model/steps/parameters.ts';

function read(command: string, language = 'bash', declared: readonly string[] = []) {
  const known = {
    assigned: new Set(assignedVariables(command)),
    isLoaded: loadsVariables(command),
    isDeclared: (name: string) => declared.includes(name),
  };
  return parametersOf(command, language, known);
}

describe('What a block asks for', () => {
  const cases: readonly (readonly [command: string, names: readonly string[], language?: string])[] = [
    ['kubectl logs {{pod}} -n {{ name_space }}', ['pod', 'name_space']],
    ['kubectl get pods -o go-template="{{range .items}}{{.metadata.name}}{{end}}"', []],
    ['echo \'{{ $labels.x }} {{ .Values.x }} {{ printf "%s" .x }} ${{ secrets.X }}\'', []],
    ['kubectl --context {cluster} logs {pod name}', ['cluster', 'pod name']],
    ['kubectl rollout restart "deployment/{name}"', ['name']],
    ['curl https://api.{region}.example.com/users/{id}', ['region', 'id']],
    ['cp x{,.bak}; mkdir {a,b}; echo {1..3} ${X1:-{a}} HEAD@{upstream} up{job}', []],
    ["awk '{print}' f; kubectl get pods -o jsonpath={name}", []],
    ["curl -d '{name}' -w %{http_code} x", []],
    ['jq "{name}" f\nxargs -I {host} ssh {host}', []],
    ['cat <<EOF\n{name}\nEOF\nexec {fd}>log', []],
    ['f() { date; }\nkubectl get pods --template={{end}}', []],
    ['Where-Object {name}', [], 'powershell'],
    ['{"a": {name}}', [], 'json'],
    ['sum by (x) ({job})', [], 'promql'],
    ['kubectl logs POD-NAME', ['POD-NAME']],
    ['curl -H "X-REQUEST-ID: 1" localhost', []],
    ['kubectl logs <YOUR_POD>', ['YOUR_POD']],
    ['YOUR_POD=web-1\necho YOUR_POD', []],
    ['kubectl logs $YOUR_POD', ['YOUR_POD']],
    ['# replace <pod>\nuptime', []],
    ['echo "Usage: $0 <pod> <node>"\nkubectl logs <pod>', ['pod']],
    ['# replace <pod>\nkubectl logs <pod>', ['pod']],
    ["awk '{print $NF}' file", []],
    ["sh -c 'echo $POD'", []],
    ['echo "$POD"', ['POD']],
    ['cat <<EOF\n$POD\nEOF', ['POD']],
    ["cat <<'EOF'\n$POD\nEOF", []],
    ['echo ${POD:-web-1} ${POD:=web-1}', []],
    ['echo ${POD:?} ${NODE%%.*}', ['POD', 'NODE']],
    ['echo $rpc_url', ['rpc_url']],
    ['while read -r name rest; do echo $name $rest; done', []],
    ['kubectl get pods | while read -r POD; do echo "$POD"; done', []],
    ['export POD=web-1\necho $POD', []],
    ['local POD; readonly NODE=a; declare -r X1=b; echo $POD $NODE $X1', []],
    ['[ $POD = web-1 ] && uptime', ['POD']],
    ['printf -v POD %s a; mapfile -t LINES_OF < f; echo $POD $LINES_OF', []],
    ['set -gx POD web-1\necho $POD $NODE', ['NODE'], 'fish'],
    ['for POD in a b; echo $POD; end', [], 'fish'],
    ['$Pod = "a"\nGet-Item $pod $env:NODE $null $PSVersionTable', ['NODE'], 'powershell'],
    ['foreach ($node in $Nodes) { Stop-Computer $node }', ['Nodes'], 'powershell'],
    ['ping %HOST_NAME% %PATH% %%i', ['HOST_NAME'], 'bat'],
    ['unset POD; echo "$POD" $options', []],
    ['source venv/bin/activate; echo $POD', ['POD']],
    ['source ./prod.env\necho $POD <node>', ['node']],
    ['set -a; . ./.env; set +a; echo $POD', []],
    ['export $(cat .env | xargs); echo $POD', []],
    ['echo $USER $LANG $KUBECONFIG $BASH_VERSION $1 $@', []],
    ['kubectl get pods\nNAME  NODE\nweb-1 <none>', []],
    ['cat > a.html <<EOF\n<body>x</body><br>\nEOF', []],
    ['echo "a" <<<$POD', ['POD']],
    ['grep "\\<word\\>" file', []],
    ['spec:\n  name: <name>', ['name'], 'yaml'],
    ['print($Xy, $name)', ['Xy'], 'python'],
  ];
  for (const [command, names, language] of cases) {
    it(JSON.stringify(command), () =>
      assert.deepEqual(
        read(command, language).map(({ name }) => name),
        names,
      ),
    );
  }

  it('is also what it declares, wherever that stands', () => {
    assert.deepEqual(
      read("sh -c 'echo $POD' ${NODE:-a}", 'bash', ['POD', 'NODE']).map(({ name }) => name),
      ['POD', 'NODE'],
    );
  });
});

describe('The place of a parameter', () => {
  const cases: readonly (readonly [command: string, place: object, language?: string])[] = [
    ['kubectl logs <pod>', { quoting: 'none', startsWord: true, isWord: true }],
    ['kubectl logs pod/<pod>', { quoting: 'none', startsWord: false, isWord: false }],
    ['kubectl logs "<pod>"', { quoting: 'double', isWord: true }],
    ['echo "a \\" <pod>"', { quoting: 'double', isWord: false }],
    ["echo 'a \\'<pod>", { quoting: 'none' }],
    ["echo 'it'\\''s <pod>'", { quoting: 'single' }],
    ["echo 'it\\'s <pod>'", { quoting: 'single' }, 'fish'],
    ["echo $'a\\'<pod>'", { quoting: 'other' }],
    ['echo "$(kubectl get <pod>)"', { quoting: 'none', isWord: true }],
    ['echo "$(kubectl get \'<pod>\')"', { quoting: 'single' }],
    ['echo `kubectl get <pod>`', { quoting: 'other' }],
    ['echo $(( <n> + 1 ))', { quoting: 'other' }],
    ['(( <n> > 1 ))', { quoting: 'other' }],
    ['echo ${X:-<pod>}', { quoting: 'other' }],
    ['cat <<EOF\na <pod>\nEOF', { quoting: 'heredoc', line: 1 }],
    ["cat <<-'EOF'\n\ta <pod>\n\tEOF", { quoting: 'literal-heredoc' }],
    ['cat <<EOF\nEOF\necho <pod>', { quoting: 'none', line: 2 }],
    ['POD=<pod> kubectl get', { isAssigned: true }],
    ['kubectl --x=<pod> POD=<pod>', { isAssigned: false }],
    ['echo hi \\\n  <pod>', { quoting: 'none', startsWord: true, line: 1 }],
    ['echo "open <pod>', { quoting: 'other' }],
    ['ssh <host> uptime', { rereadBy: 'ssh' }],
    ['ssh web "kubectl get $POD"', { rereadBy: 'ssh' }],
    ['kubectl exec web -- sh -c "cat <file>"', { rereadBy: 'sh -c' }],
    ['kubectl exec <pod> -- sh -c "ls"', { rereadBy: undefined }],
    ['bash script.sh "<pod>"', { rereadBy: undefined }],
    ['eval "echo <pod>"', { rereadBy: 'eval' }],
    ['bash <<EOF\necho $POD\nEOF', { rereadBy: 'bash' }],
    ['psql -h db <<EOF\nselect $ID1\nEOF', { rereadBy: 'psql' }],
    ['psql -h "<host>" -c "select 1"', { rereadBy: undefined }],
    ['psql -c "select \'<id>\'"', { rereadBy: 'psql' }],
    ["awk '/<word>/' file", { rereadBy: 'awk' }],
    ['echo "drop $TABLE" | psql', { rereadBy: 'psql' }],
    ['curl "https://x/$POD" | python3 -m json.tool', { rereadBy: undefined }],
    ['[ "$N1" -eq 1 ]', { rereadBy: '[' }],
    ['# see <pod>\necho <pod>', { quoting: 'comment' }],
    ['echo a#b <pod>', { quoting: 'none' }],
    ['echo (date +<form>)', { quoting: 'none' }, 'fish'],
    ['ping <host>', { quoting: 'other' }, 'cmd'],
  ];
  for (const [command, place, language] of cases) {
    it(JSON.stringify(command), () => {
      const found = read(command, language)[0]?.uses[0]?.place;
      assert.ok(found);
      assert.deepEqual(Object.fromEntries(Object.keys(place).map((key) => [key, Reflect.get(found, key)])), place);
    });
  }
});
