#!/bin/sh
# Takes the README's picture of a report: the top of a sample article's, as headless Chromium shows it.
# usage: picture.sh ROTSTIFT OUTPUT.png
set -eu

report=$(pwd)/build/picture.html
"$1" --language en -o "$report" "tests/articles/${DEMO:-technology}.txt" || [ $? -eq 1 ]
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 --window-size=1240,1200 \
    --screenshot="$2" "file://$report" >build/picture.log 2>&1
echo "$2"
