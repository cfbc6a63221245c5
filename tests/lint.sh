#!/bin/sh
# Layout, warnings of both compilers, clang-tidy, and what stands at the top of the repo: five tests.
set -u

sources=$(find checker reports dictionaries/compile tests -name '*.c')
headers=$(find checker reports dictionaries/compile tests -name '*.h')
passed=0 failed=0

judge() { # NAME STATUS
    if [ "$2" -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "lint: $1 complains"
    fi
}

# The program itself is built with gcc, so those objects are read already; clang warns without optimising.
read_with() { # COMPILER TARGET
    case $1 in
    gcc) where="BUILD=build" ;;
    *) where="BUILD=build/lint-$1 CFLAGS=-O0" ;;
    esac
    make -j"$(nproc)" --no-print-directory -s -k CC="$1" $where "$2"
}

clang-format --dry-run -Werror $sources $headers
judge clang-format $?
for compiler in gcc clang; do
    read_with $compiler lint-objects
    judge $compiler $?
done
read_with clang lint-tidy
judge clang-tidy $?
stray=$(ls | grep -vxE 'LICENSE|Makefile|README\.md|build|checker|dictionaries|reports|tests')
[ -z "$stray" ] || echo "lint: not of the project: $stray"
judge "the top" "$([ -z "$stray" ]; echo $?)"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
