# Runs one step in an interactive bash: what it sets stays, its `exit` and its `set -e` end the step and not the shell.
#
# - The block's file holds it as one group command. An error that makes bash drop a command (`${POD:?}`, an unset
#   variable under `set -u`) thus drops the rest of the block, and a block that can't be parsed runs not at all.
# - `exit` is a function that leaves a DEBUG trap behind: before the next command, in whatever function or loop that
#   stands, the trap returns, until the block is left. In a subshell it is the real one.
# - Left of `||` bash heeds no `set -e`. The ERR trap that the block's file begins with heeds it, and leaves likewise.
# - The marker tells the exit status, and the line at which a command failed last, with a `!` where that ended the block.
# - What has to be put back is put back at the next prompt, because Ctrl-C skips the rest of any script.
# Another shell that came in bash's place runs nothing of it.
[ -n "${BASH_VERSION-}" ] || { echo other >INCIDENT_DOCS_MARKER; return 1; }
printf '\033[2m%s\033[0m\n' INCIDENT_DOCS_TEXT
INCIDENT_DOCS_GIVE
__incident_docs_script=${BASH_SOURCE[0]}
# The line that was typed is of no use to anyone who looks for it with the arrow keys: its file will be gone.
read -r __incident_docs_number __incident_docs_line <<<"$(HISTTIMEFORMAT='' history 1)"
[[ $__incident_docs_line == *"$__incident_docs_script"* ]] && history -d "$__incident_docs_number"
__incident_docs_level=$BASH_SUBSHELL
__incident_docs_options=$(set +o)
__incident_docs_trap=$(trap -p ERR)
__incident_docs_exit=$(trap -p EXIT)
__incident_docs_status=0
__incident_docs_where=
function __incident_docs_leave {
  trap "[[ \${BASH_SOURCE[0]-} == \"\$__incident_docs_script\" ]] || return $1" DEBUG
}
function __incident_docs_failed {
  __incident_docs_where=$2
  [[ $- == *e* ]] || return 0
  __incident_docs_where+=!
  __incident_docs_leave "$1"
  return "$1"
}
function exit {
  local status=${1-$?}
  if ((BASH_SUBSHELL > __incident_docs_level)); then builtin exit "$status"; fi
  __incident_docs_where=${BASH_LINENO[0]}!
  __incident_docs_leave "$status"
  return "$status"
}
function __incident_docs_end {
  local status=$?
  trap - DEBUG
  eval "$__incident_docs_options"
  [[ $(trap -p ERR) == *__incident_docs_* ]] && eval "${__incident_docs_trap:-trap - ERR}"
  PROMPT_COMMAND=${PROMPT_COMMAND/#"__incident_docs_end;"/}
  unset -f exit __incident_docs_leave __incident_docs_failed __incident_docs_end
  unset __incident_docs_script __incident_docs_number __incident_docs_line __incident_docs_level __incident_docs_options __incident_docs_trap __incident_docs_status __incident_docs_where __incident_docs_exit
  return "$status"
}
PROMPT_COMMAND="__incident_docs_end;${PROMPT_COMMAND-}"
set -E
INCIDENT_DOCS_RUN || __incident_docs_status=$?
set +e
trap - DEBUG
# What the block wants done at its end is done at its end, and not at that of the shell.
__incident_docs_line=$(trap -p EXIT)
if [[ $__incident_docs_line != "$__incident_docs_exit" ]]; then
  trap - EXIT
  eval "$__incident_docs_exit"
  eval "__incident_docs_line=($__incident_docs_line)"
  eval "${__incident_docs_line[2]-}"
  trap - DEBUG
fi
{ printf "%s %s" "$__incident_docs_status" "$__incident_docs_where" >| INCIDENT_DOCS_MARKER; } 2>/dev/null
return "$__incident_docs_status"
