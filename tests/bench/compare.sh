#!/usr/bin/env bash
# compare.sh BASE PROJECTS: builds the commit BASE in a folder of its own and measures it beside this source tree (make bench-compare).
set -euo pipefail
base=${1:?"BASE=commit is missing"} projects=$2
source=$(mktemp -d /var/tmp/styrbord-XXXXXX)
trap 'rm -rf "$source"' EXIT
trap 'exit 1' INT TERM HUP
git archive --format=tar "$base" | tar -x -C "$source"
# what npm fetched, where it is the same
if cmp -s src/assets/package-lock.json "$source/src/assets/package-lock.json" && [ -e build/npm/installed ]; then
	mkdir -p "$source/build"
	cp -a build/npm "$source/build/"
fi
make -s -C "$source" -j"$(nproc)" binary
node tests/bench/bench.mjs compare "$source" "$projects"
