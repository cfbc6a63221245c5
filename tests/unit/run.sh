#!/bin/sh
# Runs cmocka programs, shows what fails, and ends with the sum of their counts. A program that crashes counts as one
# failure.
set -u
export LC_ALL=C.UTF-8 # messages in English

log=$(mktemp)
trap 'rm -f "$log"' EXIT
passed=0 failed=0

for program; do
    "$program" >"$log" 2>&1
    status=$?
    good=$(grep -c '^\[       OK \]' "$log")
    bad=$(grep '^\[  FAILED  \] [^0-9]' "$log" | sort -u | wc -l)
    [ "$status" -ne 0 ] && [ "$bad" -eq 0 ] && bad=1
    if [ "$bad" -gt 0 ]; then
        echo "$program: status $status"
        grep -v -e '^\[ RUN ' -e '^\[       OK' "$log" | head -n 200
    fi
    echo "$(basename "$program"): $good passed, $bad failed"
    passed=$((passed + good))
    failed=$((failed + bad))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
