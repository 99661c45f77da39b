# Runs one step in an interactive zsh: what it sets stays, its `exit` and its `set -e` end the step and not the shell.
#
# Both raise an error that nothing in the block catches; it unwinds functions, loops and conditions up to the `always`
# below, which puts everything back, after Ctrl-C too. `source` and `eval` stop an error, so a DEBUG trap raises it
# again before the next command. The marker tells the line at which a command failed last, with a `!` where that ended
# the block. One case stays: an unset variable under `set -eu` ends zsh, as it does at its prompt.
printf '\033[2m%s\033[0m\n' INCIDENT_DOCS_TEXT
INCIDENT_DOCS_GIVE
unset __incident_docs_status
typeset -g __incident_docs_where=
__incident_docs_level=$ZSH_SUBSHELL
__incident_docs_options=(${(k)options[(R)on]})
function __incident_docs_throw {
  { false } always { TRY_BLOCK_ERROR=1 }
}
function __incident_docs_leave {
  typeset -g __incident_docs_status=$1
  trap '[[ $ZSH_DEBUG_CMD == *__incident_docs_* ]] || __incident_docs_throw' DEBUG
  __incident_docs_throw
}
function __incident_docs_failed {
  __incident_docs_where=$2
  [[ -o errexit ]] || return 0
  __incident_docs_where+='!'
  unsetopt errexit
  __incident_docs_leave $1
}
function exit {
  local code=${1-$?}
  if (( ZSH_SUBSHELL > __incident_docs_level )); then builtin exit $code; fi
  __incident_docs_where="${funcfiletrace[1]##*:}!"
  __incident_docs_leave $code
}
function __incident_docs_end {
  trap - DEBUG ZERR
  unsetopt errexit errreturn xtrace verbose pipefail noglob
  setopt unset
  setopt ${__incident_docs_options:#(interactive|shinstdin|zle|monitor|login|singlecommand|privileged|restricted)}
  unfunction exit __incident_docs_throw __incident_docs_leave __incident_docs_failed __incident_docs_end
  unset __incident_docs_level __incident_docs_options
}
trap '__incident_docs_failed $? $LINENO' ZERR
{
  INCIDENT_DOCS_RUN
} always {
  __incident_docs_status=${__incident_docs_status-$?} TRY_BLOCK_ERROR=0
  __incident_docs_end
}
{ print -rn -- "$__incident_docs_where" >| INCIDENT_DOCS_MARKER } 2>/dev/null
return $__incident_docs_status
