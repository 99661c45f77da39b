# Runs one step in PowerShell, where `exit` in a script file ends that file alone. Nothing may follow: it would change $?.
Write-Host -ForegroundColor DarkGray INCIDENT_DOCS_TEXT
INCIDENT_DOCS_GIVE
INCIDENT_DOCS_RUN
