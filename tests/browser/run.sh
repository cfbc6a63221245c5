#!/bin/sh
# The HTML report in Chromium. Playwright and axe are installed into build/browser, by the lock file beside this script;
# pictures and PDF stay there too.
# usage: run.sh ROTSTIFT
set -u

here=$(dirname "$0")
work=build/browser
log=$work/test.tap

mkdir -p "$work"
for command in node npm chromium; do
    command -v "$command" >/dev/null || {
        echo "$command is missing; \"sh .ci/setup test\" installs what the tests need"
        echo "0 passed, 1 failed"
        exit 1
    }
done
if ! cmp -s "$here/package-lock.json" "$work/package-lock.json" || [ ! -d "$work/node_modules" ]; then
    cp "$here/package.json" "$here/package-lock.json" "$work"
    (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund) >"$work/npm.log" 2>&1 || {
        rm -f "$work/package-lock.json"
        cat "$work/npm.log"
        echo "0 passed, 1 failed"
        exit 1
    }
fi
ROTSTIFT=$1 WORK=$work timeout 900 node --test --test-concurrency=1 --test-reporter=tap ${ONLY:-"$here"/*.test.mjs} >"$log" 2>&1
passed=$(sed -n 's/^# pass //p' "$log")
failed=$(sed -n 's/^# fail //p' "$log")
cancelled=$(sed -n 's/^# cancelled //p' "$log")
grep -E '^# (measured|Error)' "$log"
if [ -z "$passed" ] || [ "$failed" -ne 0 ] || [ "$cancelled" -ne 0 ]; then
    cat "$log"
fi
failed=$((${failed:-1} + ${cancelled:-0}))
echo "${passed:-0} passed, $failed failed"
[ "$failed" -eq 0 ]
