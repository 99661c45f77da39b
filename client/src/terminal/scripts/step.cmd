@echo off
rem Runs one step in the Windows command prompt, which can't quote a block: it shows the block's file.
type INCIDENT_DOCS_FILE
INCIDENT_DOCS_GIVE
INCIDENT_DOCS_RUN
type nul > INCIDENT_DOCS_MARKER
