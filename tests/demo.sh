#!/bin/sh
# Checks a sample article as a user would: its issues as text, and the editor's report in build/report.html.
set -u

article=tests/articles/${DEMO:-technology}.txt
"$1" --language de --color auto -o - -o build/report.html "$article"
status=$?
[ "$status" -le 1 ] || exit "$status"
echo "The editor's report on $article is build/report.html: open it in a browser."
