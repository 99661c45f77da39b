# Runs one step in a plain POSIX shell.
printf '\033[2m%s\033[0m\n' INCIDENT_DOCS_TEXT
INCIDENT_DOCS_GIVE
INCIDENT_DOCS_RUN
__incident_docs_status=$?
{ : >| INCIDENT_DOCS_MARKER; } 2>/dev/null
(exit "$__incident_docs_status")
