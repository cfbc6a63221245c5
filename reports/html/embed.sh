#!/bin/sh
# Writes the files beside this one that go into each report (*.css, *.js, *.svg) as C arrays, each with its length and
# its SHA-256 in base64, which the report's Content-Security-Policy names: style.css becomes html_style_css,
# html_style_css_len and html_style_css_sha256.
# usage: embed.sh OUTPUT.c
set -eu

here=$(dirname "$0")
out=$1

# A byte array, not a string: C17 promises no more than 4,095 characters in a string.
bytes_of() {
    od -An -v -td1 "$1" | sed 's/ *\(-\{0,1\}[0-9][0-9]*\)/ \1,/g'
}

# Bytes from the hexadecimal digits, by printf's octal escapes, which every shell knows.
sha256_of() {
    for byte in $(sha256sum <"$1" | cut -c 1-64 | sed 's/../& /g'); do
        # shellcheck disable=SC2059
        printf "\\$(printf '%03o' "0x$byte")"
    done | base64
}

{
    echo '/* Made by reports/html/embed.sh. */'
    echo '#include "reports/html/assets.h"'
    for file in "$here"/*.css "$here"/*.js "$here"/*.svg; do
        [ -e "$file" ] || continue
        name=html_$(basename "$file" | tr '.-' '__')
        echo
        echo "const char $name[] = {"
        bytes_of "$file"
        echo '};'
        echo "const size_t ${name}_len = sizeof $name;"
        echo "const char ${name}_sha256[] = \"$(sha256_of "$file")\";"
    done
} >"$out.part"
mv "$out.part" "$out"
