#!/bin/sh
# Writes the style sheets and scripts, bundled for each kind of page, as the C arrays that assets.h declares: the bundle
# article_css becomes html_article_css.
# usage: embed.sh OUTPUT.c
set -eu

here=$(dirname "$0")
out=$1
light=b3202a dark=ff7d6e # the pencil, as --red in base.css

# What each kind of page is made of, in this order.
article_css="base summary passages contents tools article source marks notes dialogs print"
index_css="base summary tools index print"
article_js="page passage arrange decisions filter keys start"
index_js="table"

pencil() { # COLOUR
    sed "s/@RED@/$1/g" "$here/style/pencil.css"
}

# Without comments that stand on lines of their own, indentation, and empty lines: every page carries these files.
squeeze() {
    sed -e 's/^ *//' -e '/^\/\*.*\*\/$/d' -e '/^\/\*/,/\*\/$/d' -e '/^$/d'
}

# The pencil's lines in the colour of each scheme, then the sheets.
css_of() { # NAME…
    pencil $light
    printf '@media screen and (prefers-color-scheme: dark) {\n'
    pencil $dark
    printf '}\n'
    for name; do
        cat "$here/style/$name.css"
    done
}

# One closure holds the scripts of a page, so that they share their names with each other and nobody else.
js_of() { # NAME…
    printf '(function () {\n"use strict";\n'
    for name; do
        cat "$here/script/$name.js"
    done
    printf '}());\n'
}

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

array() { # NAME
    echo
    echo "static const char $1[] = {"
    bytes_of "$out.bundle"
    echo '};'
    echo "const struct asset html_$1 = { $1, sizeof $1, \"$(sha256_of "$out.bundle")\" };"
}

{
    echo '/* Made by reports/html/embed.sh. */'
    echo '#include "reports/html/assets.h"'
    for page in article index; do
        for kind in css js; do
            eval "${kind}_of \$${page}_$kind" >"$out.whole"
            squeeze <"$out.whole" >"$out.bundle"
            array "${page}_$kind"
        done
    done
} >"$out.part"
rm -f "$out.bundle" "$out.whole"
mv "$out.part" "$out"
