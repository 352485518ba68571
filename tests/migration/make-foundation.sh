#!/usr/bin/env bash
# make-foundation.sh [COMMIT]: builds the foundation (532ab0d), fills its demo as people may have filled it, and writes beside this file
#   foundation.dump          pg_dump -Fc of its database, without sessions and without extensions
#   foundation.json.gz       what it answered: see foundation.mjs
# Both belong together: the test compares what the present program answers of the one with the other. Only to be run again when the
# changes or the addresses asked are to be others; the reviewed pair is the one that lies here. The clock must be right: days count.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../fixtures/common.sh"
commit=${1:-532ab0d}
source=$(mktemp -d /var/tmp/styrbord-XXXXXX) dir=$(scratch)
fixtures=$source/tests/fixtures
trap '"$fixtures/stack.sh" clean "$dir"; rm -rf "$source"' EXIT
trap 'exit 1' INT TERM HUP

(cd "$here/../.." && git archive --format=tar "$commit") | tar -x -C "$source"
make -s -C "$source" -j2 binary
port=$(free_port)
"$fixtures/stack.sh" start "$dir" "$port"
export PGHOST=$dir/run PGUSER=styrbord_owner PGDATABASE=styrbord
psql -X -q -1 -v ON_ERROR_STOP=1 -v helpers="$source/conf/demo/helpers.psql" -f "$here/foundation_changes.sql"
STYRBORD_URL=http://localhost:$port node "$here/foundation.mjs" "$dir/foundation.json"
gzip -9n <"$dir/foundation.json" >"$here/foundation.json.gz"
pg_dump -Fc -Z9 --exclude-table-data='styrbord.s*' -n live -n past -n at -n styrbord -n migration -f "$here/foundation.dump"
ls -l "$here"/foundation.{dump,json.gz}
