#!/usr/bin/env bash
# Builds Rotstift in the folder that this action stands in, unless one is installed, and puts it on the path of the
# steps that follow.
set -eu

command -v rotstift >/dev/null && exit 0
root=$(cd "$GITHUB_ACTION_PATH/../../.." && pwd)
sh "$root/.ci/setup"
make -C "$root" -j"$(nproc)"
echo "$root/build" >>"$GITHUB_PATH"
