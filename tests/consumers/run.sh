#!/bin/sh
# Each report in a program that reads such reports. They are installed into build/consumers by the lock files beside
# this script: SARIF Multitool, GitHub's toolkit, gitlab-ci-local, gramma and TypeScript by npm, reviewdog and actionlint
# by go, Spark by pip, meanwhile: it is large.
# usage: run.sh ROTSTIFT
set -u

here=$(dirname "$0")
work=build/consumers
log=$work/install.log

give_up() {
    echo "$1"
    echo "0 passed, 1 failed"
    exit 1
}

# Runs the command when the lock file is another than the one it was run for.
install_by() { # LOCK COMMAND…
    lock=$1
    shift
    cmp -s "$here/$lock" "$work/installed-$lock" && return 0
    rm -f "$work/installed-$lock"
    "$@" >>"$log" 2>&1 || { cat "$log"; give_up "what the tests need could not be installed"; }
    cp "$here/$lock" "$work/installed-$lock"
}

# A go that can build what go.mod asks for. Since 1.21, go fetches the release that it needs by itself; an older one
# (Debian 12 has 1.19) can download it as a module.
find_go() {
    case $(go env GOVERSION) in
    go1.1* | go1.20*) ;;
    *) echo go && return ;;
    esac
    release=golang.org/toolchain@v0.0.1-go$(sed -n 's/^go //p' "$here/go.mod").linux-$(go env GOARCH)
    mkdir -p "$work/go"
    (cd "$work/go" && echo "module none" >go.mod && GOFLAGS=-modcacherw go mod download "$release") >>"$log" 2>&1
    folder=$(go env GOMODCACHE)/$release
    chmod -R u+x "$folder/bin" "$folder/pkg/tool"
    echo "$folder/bin/go"
}

mkdir -p "$work"
: >"$log"
for command in node npm go python3 java junitparser git pre-commit dpkg-deb rsync; do
    command -v "$command" >/dev/null || give_up "$command is missing; \"sh .ci/setup test\" installs what the tests need"
done
install_by spark.txt sh -c "python3 -m venv --clear $work/spark && $work/spark/bin/pip install --quiet --require-hashes -r $here/spark.txt" &
spark=$!
cp "$here/package.json" "$here/package-lock.json" "$work"
install_by package-lock.json sh -c "cd $work && npm ci --ignore-scripts --no-audit --no-fund && chmod +x node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"
install_by go.sum sh -c "cd $here && $(find_go) build -o ../../$work/ github.com/reviewdog/reviewdog/cmd/reviewdog github.com/rhysd/actionlint/cmd/actionlint"
wait "$spark" || exit 1
timeout 1800 python3 "$here/run.py" "$1" "$work"
