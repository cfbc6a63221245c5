#!/bin/sh
# Prints the messages of the code as a template for catalogues (.pot).
set -eu

cd "$(dirname "$0")/../.."
find checker reports -name '*.c' | LC_ALL=C sort |
    xgettext --files-from=- --from-code=UTF-8 --language=C --no-location --output=- \
        --keyword=N_ --keyword=translated --keyword=translated_plural:1,2 \
        --keyword=error_set:4 --flag=error_set:4:c-format |
    sed -e 's/charset=CHARSET/charset=UTF-8/' -e '/^"Report-Msgid-Bugs-To:/d; /^"POT-Creation-Date:/d'
