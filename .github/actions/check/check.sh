#!/usr/bin/env bash
# Annotations to the log, SARIF and HTML to files, the status of rotstift.
set -eu

arguments=(--fail-on "$FAIL_ON" --format github -o - -o "$SARIF" -o "$HTML")
[ -z "$BASELINE" ] || arguments+=(--baseline "$BASELINE")
[ -z "$DIFF" ] || arguments+=(--diff "$DIFF")
while IFS= read -r option; do
    [ -z "$option" ] || arguments+=("$option")
done <<<"$OPTIONS"
arguments+=(--)
while IFS= read -r file; do
    [ -z "$file" ] || arguments+=("$file")
done <<<"$FILES"
printf 'sarif=%s\nhtml=%s\n' "$SARIF" "$HTML" >>"$GITHUB_OUTPUT"
exec rotstift "${arguments[@]}"
