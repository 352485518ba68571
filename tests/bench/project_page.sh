#!/usr/bin/env bash
# The project page against what bounds it, in one run and with the same number of connections (make bench):
#   P  pgbench -M prepared with the page's own statement, as the application's role under row-level security
#   F  an empty libfcgi program behind the same nginx, answering as many bytes
#   the page as JSON and as HTML, uncached, each request another project
# The ceiling that both parts leave is 1/(1/P + 1/F); figures differ from machine to machine, ratios hardly.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
projects=${BENCH_PROJECTS:-20000} connections=${BENCH_CONNECTIONS:-8} seconds=${BENCH_SECONDS:-10}
work=$STYRBORD_DIR/bench
mkdir -p "$work"
chmod 755 "$work"
pids=()
trap 'for p in "${pids[@]}"; do kill "$p" 2>/dev/null || true; done' EXIT

echo "loading $projects projects"
psql -q -v ON_ERROR_STOP=1 -v projects="$projects" -1 -f "$here/data.sql" >/dev/null

statement=$work/statement.sql
{
	echo "\\set i random(1, $projects)"
	sed -n '/^-- name: project_page$/,/;$/p' "$here/../../src/portal/project/project.sql" | grep -v '^--' | sed "s/\\\$1/('BENCH-' || :i::text)/"
} >"$statement"
options="-c styrbord.reads=yes -c search_path=live,public -c jit=off -c styrbord.at="

cat >"$work/codes.lua" <<LUA
local suffix = os.getenv("SUFFIX") or ""
local base = os.getenv("BENCH_BASE") or ""
request = function() return wrk.format("GET", base .. "/projects/BENCH-" .. math.random(1, $projects) .. suffix) end
init = function(args) math.randomseed(tonumber(tostring({}):match("0x(%x+)"), 16) % 1000003) end
LUA

requests_of() { awk '/^Requests\/sec/ {print $2}'; }
page() { SUFFIX=$1 wrk -t2 -c"$connections" -d"${seconds}s" -s "$work/codes.lua" --latency "$STYRBORD_URL" | tee "$work/wrk$1.txt" | requests_of; }

bytes=$(curl -s "$STYRBORD_URL/projects/BENCH-1.json" | wc -c)
port=$(sed -n 's/.*listen 127.0.0.1:\([0-9]*\);.*/\1/p' "$STYRBORD_DIR/nginx/nginx.conf" | head -n 1)
empty_port=$((port + 1000))
${CC:-gcc} -O2 -o "$work/empty" "$here/empty.c" -lfcgi
"$work/empty" "$work/empty.sock" "$connections" "$bytes" &
pids+=($!)
# The same nginx configuration, with the empty program where the portal is.
mkdir -p "$work/nginx"
chmod 777 "$work/nginx"
sed -e "s|$STYRBORD_DIR/nginx/|$work/nginx/|g" -e "s|$STYRBORD_DIR/run/[a-z-]*\.sock|$work/empty.sock|g" \
	-e "s|listen 127.0.0.1:$port|listen 127.0.0.1:$empty_port|" "$STYRBORD_DIR/nginx/nginx.conf" >"$work/nginx/nginx.conf"
nginx -p "$work/nginx" -e "$work/nginx/error.log" -c "$work/nginx/nginx.conf" -g 'daemon off;' &
pids+=($!)
sleep 1
empty() { wrk -t2 -c"$connections" -d"${seconds}s" --latency "http://127.0.0.1:$empty_port/" | requests_of; }
# The first seconds prepare statements and fill caches; they are not counted.
warm() { SUFFIX=.json wrk -t2 -c"$connections" -d3s -s "$work/codes.lua" "$STYRBORD_URL" >/dev/null; }
database() {
	PGUSER=styrbord_app PGOPTIONS=$options pgbench -n -M prepared -c "$connections" -j 2 -T "$seconds" -f "$statement" 2>/dev/null |
		awk '/^tps/ {print $3}'
}

warm
P=$(database)
F=$(empty)
J=$(page .json)
H=$(page "")
awk -v P="$P" -v F="$F" -v J="$J" -v H="$H" -v b="$bytes" -v c="$connections" -v n="$projects" 'BEGIN {
	top = 1 / (1 / P + 1 / F)
	printf "%d projects, %d connections, %d bytes of JSON\n", n, c, b
	printf "P  pgbench, the page'"'"'s statement     %8.0f/s\n", P
	printf "F  empty libfcgi program             %8.0f/s\n", F
	printf "   ceiling 1/(1/P + 1/F)             %8.0f/s\n", top
	printf "   page as JSON                      %8.0f/s   ratio %.2f\n", J, J / top
	printf "   page as HTML                      %8.0f/s   ratio %.2f\n", H, H / top
}'
grep -h "Non-2xx" "$work"/wrk*.txt || true
echo "latency as JSON:"; sed -n '/Latency Distribution/,/99%/p' "$work/wrk.json.txt"
