#!/bin/sh
# Compiles the catalogue and writes it as the C array that catalogue.h declares.
# usage: embed.sh OUTPUT.c
set -eu

here=$(dirname "$0")
msgfmt --check-format --endianness=little -o "$1.mo" "$here/de.po"
{
    echo '/* Made by checker/messages/embed.sh. */'
    echo '#include "messages/catalogue.h"'
    echo
    echo 'const unsigned char messages_de[] = {'
    od -An -v -tu1 "$1.mo" | sed 's/ *\([0-9][0-9]*\)/ \1,/g'
    echo '};'
} >"$1.part"
mv "$1.part" "$1"
rm -f "$1.mo"
