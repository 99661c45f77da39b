# Runs one step in an interactive zsh: what it sets stays, its `exit` and its `set -e` end the step and not the shell.
#
# Both raise an error that nothing in the block catches; it unwinds functions, loops and conditions up to the `always`
# below, which puts everything back, after Ctrl-C too. `source` and `eval` stop an error, so a DEBUG trap raises it
# again before the next command. An error of zsh's own, such as an unset variable, ends the shell where errexit is on:
# where a block may meet one, its file sets __incident_docs_errexit instead of the option. The marker tells the exit
# status, and the line at which a command failed last, with a `!` where that ended the block.
# Another shell that came in zsh's place runs nothing of it.
[ -n "${ZSH_VERSION-}" ] || { echo other >INCIDENT_DOCS_MARKER; return 1; }
printf '\033[2m%s\033[0m\n' INCIDENT_DOCS_TEXT
INCIDENT_DOCS_GIVE
unset __incident_docs_status
typeset -g __incident_docs_where= __incident_docs_errexit=0 __incident_docs_last= __incident_docs_script=${(%):-%x}
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
  [[ $2 != "$__incident_docs_script" ]] || return 0
  __incident_docs_last=$1
  __incident_docs_where=${funcfiletrace[1]##*:}
  (( __incident_docs_errexit )) || [[ -o errexit ]] || return 0
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
  unset __incident_docs_level __incident_docs_options __incident_docs_errexit __incident_docs_last __incident_docs_script
}
trap '__incident_docs_failed $? "${(%):-%x}"' ZERR
{
  INCIDENT_DOCS_RUN
} always {
  __incident_docs_status=${__incident_docs_status-$?} TRY_BLOCK_ERROR=0
  # A function that turns tracing off has it back when it returns.
  { [[ -n ${(M)__incident_docs_options:#xtrace} ]] || unsetopt xtrace } 2>/dev/null
  # `source` gives 126 for an error of zsh's own, which ends a script with 1.
  [[ $__incident_docs_status == 126 && $__incident_docs_last != 126 ]] && __incident_docs_status=1
  __incident_docs_end
}
{ print -rn -- "$__incident_docs_status $__incident_docs_where" >| INCIDENT_DOCS_MARKER } 2>/dev/null
return $__incident_docs_status
