#!/bin/sh
# Layout, warnings of both compilers, and clang-tidy: four tests.
set -u

sources=$(find checker reports dictionaries/compile tests -name '*.c')
headers=$(find checker reports dictionaries/compile tests -name '*.h')
flags="-std=c17 -D_GNU_SOURCE -Ichecker -I. $(pkg-config --cflags hunspell libutf8proc jansson libxml-2.0 md4c libarchive)"
passed=0 failed=0

judge() { # NAME STATUS
    if [ "$2" -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "lint: $1 complains"
    fi
}

warnings() { # COMPILER
    make -j"$(nproc)" --no-print-directory -s -k CC="$1" BUILD="build/lint-$1" lint-objects
}

tidy() {
    # One file at a time: in a second one, version 14 takes every va_list for uninitialised. The shallow mode takes a
    # twentieth of the time; what the deep one adds to it was, read one by one, no mistake.
    printf '%s\n' $sources | xargs -P "$(nproc)" -I {} sh -c '
        clang-tidy --quiet --warnings-as-errors="*" "$1" -- $2 -Xclang -analyzer-config -Xclang mode=shallow 2>/dev/null' sh {} "$flags"
}

clang-format --dry-run -Werror $sources $headers
judge clang-format $?
for compiler in gcc clang; do
    warnings $compiler
    judge $compiler $?
done
tidy
judge clang-tidy $?
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
