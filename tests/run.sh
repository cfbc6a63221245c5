#!/bin/sh
# Runs suites ("unit" is "make test-unit") one after another, all of them whatever fails, and ends with the sum of
# their closing lines. A suite that does not come to its closing line counts as a failure of its own.
# So does one that takes longer than a quarter of an hour. $SUITE_BUILD is handed to make: SANITIZE=1.
set -u

log=$(mktemp)
trap 'rm -f "$log"' EXIT
passed=0 failed=0 summary=

make -j"$(nproc)" --no-print-directory ${SUITE_BUILD:-} test-programs >"$log" 2>&1 || {
    grep -v '^mkdir' "$log" | tail -n 40
    echo "the build failed"
    echo "0 passed, 1 failed"
    exit 1
}
for suite; do
    echo "== $suite"
    timeout 900 make --no-print-directory ${SUITE_BUILD:-} "test-$suite" >"$log" 2>&1
    status=$?
    cat "$log"
    counts=$(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$log" | tail -n 1)
    if [ -z "$counts" ]; then
        echo "test-$suite ended with status $status before its count"
        counts="0 1"
    elif [ "$status" -ne 0 ] && [ "${counts#* }" -eq 0 ]; then
        echo "test-$suite ended with status $status though nothing failed"
        counts="${counts% *} 1"
    fi
    passed=$((passed + ${counts% *}))
    failed=$((failed + ${counts#* }))
    summary="$summary$suite: ${counts% *} passed, ${counts#* } failed
"
done
printf '\n%s' "$summary"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
