<# Runs one step in PowerShell, where `exit` in a script file ends that file alone. Nothing may follow: it would change $?.
   A POSIX shell that came in its place can't parse the first line, and runs nothing of what follows. #>
Write-Host -ForegroundColor DarkGray INCIDENT_DOCS_TEXT
INCIDENT_DOCS_GIVE
INCIDENT_DOCS_RUN
