# Runs one step in fish, where `exit` in a sourced file ends that file alone.
# Another shell that came in fish's place runs nothing of it.
test -n "$FISH_VERSION" || echo other >INCIDENT_DOCS_MARKER
test -n "$FISH_VERSION" || return 1
printf '\033[2m%s\033[0m\n' INCIDENT_DOCS_TEXT
INCIDENT_DOCS_GIVE
INCIDENT_DOCS_RUN
set --local incident_docs_status $status
echo -n $incident_docs_status >INCIDENT_DOCS_MARKER 2>/dev/null
return $incident_docs_status
