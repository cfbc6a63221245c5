#!/bin/sh
# Runs each fuzz target (build/fuzz/fuzz_NAME, of tests/fuzz/fuzz_NAME.c) for FUZZ_SECONDS, from the seeds in
# tests/fuzz/corpus/NAME and with the dictionary. New inputs are kept beside the target, and so is a crash.
set -eu

for target; do
    name=$(basename "$target")
    folder=$(dirname "$target")
    seeds=tests/fuzz/corpus/${name#fuzz_}
    mkdir -p "$folder/$name.corpus"
    echo "== $name, $FUZZ_SECONDS seconds"
    "$target" -max_total_time="$FUZZ_SECONDS" -max_len=4096 -timeout=10 -dict=tests/fuzz/german.dict \
        -artifact_prefix="$folder/" -print_final_stats=1 "$folder/$name.corpus" "$seeds" 2>"$folder/$name.log" || {
        tail -n 60 "$folder/$name.log"
        exit 1
    }
    sed -n 's/^stat::number_of_executed_units: */  inputs: /p; s/^stat::peak_rss_mb: */  MiB: /p' "$folder/$name.log"
done
