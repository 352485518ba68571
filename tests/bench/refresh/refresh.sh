#!/usr/bin/env bash
# Do rights follow the directory in time? PEOPLE (5000) are signed in, all of them due at once, and the directory takes DELAY
# (100) ms for each of the two searches that a person costs. Prints how long it takes until all have been asked about, against
# grants_refresh_s, and what /readyz says meanwhile. Run by `make bench-refresh` within with-stack.sh.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../../fixtures/common.sh"
people=${PEOPLE:-5000} delay=${DELAY:-100} limit=300
dir=$STYRBORD_DIR
port=$(<"$dir/ldap-port") slow=$(free_port)
trap '[ -z "${proxy:-}" ] || kill "$proxy" 2>/dev/null || true' EXIT

echo "putting $people people into the directory"
for ((i = 1; i <= people; i++)); do
	printf 'dn: uid=crowd%d,ou=people,dc=demo,dc=example\nobjectClass: inetOrgPerson\nuid: crowd%d\ncn: Person %d\nsn: %d\nentryUUID: 00000000-0000-4000-8000-%012d\n\n' \
		$i $i $i $i $i
done >"$dir/crowd.ldif"
"$here/../../fixtures/slapd.sh" stop "$dir/ldap"
loader=()
[ "$(id -u)" -ne 0 ] || loader=(setpriv "--reuid=$(stat -c %u "$dir/ldap/data")" "--regid=$(stat -c %g "$dir/ldap/data")" --clear-groups)
chmod 644 "$dir/crowd.ldif"
"${loader[@]}" /usr/sbin/slapadd -q -f "$dir/ldap/slapd.conf" -l "$dir/crowd.ldif"
"$here/../../fixtures/slapd.sh" start "$dir/ldap" "$port"

node "$here/slow_directory.mjs" "$slow" "$port" "$delay" &
proxy=$!
psql -X -q -v ON_ERROR_STOP=1 <<END
INSERT INTO live.person (directory_id, account, name)
SELECT format('00000000-0000-4000-8000-%s', lpad(i::text, 12, '0')), 'crowd' || i, 'Person ' || i FROM generate_series(1, $people) AS i;
INSERT INTO styrbord.session (token_hash, person_id, grants, absolute_ends, granted_at)
SELECT sha256(('crowd' || p.id)::bytea), p.id, '[{"role":"staff","scope":"portal","key":"","group":"","rule":""}]', now() + interval '2 hours', now() - interval '$limit seconds'
  FROM live.person p WHERE p.account LIKE 'crowd%';
END
sed -i "s|ldap://127.0.0.1:$port|ldap://127.0.0.1:$slow|; s|^grants_refresh_s = .*|grants_refresh_s = $limit|" "$dir/styrbord.conf"
started=$(date +%s)
kill -HUP "$(<"$dir/styrbord.pid")"

left=$people most=0
while [ "$left" -gt 0 ] && [ $(($(date +%s) - started)) -lt $((2 * limit)) ]; do
	sleep 5
	left=$(psql -X -At -c "SELECT count(*) FROM styrbord.session s JOIN live.person p ON p.id = s.person_id WHERE p.account LIKE 'crowd%' AND s.granted_at < to_timestamp($started)")
	lag=$(curl -s "$STYRBORD_URL/readyz.json" | sed -n 's/.*"rights_lag_s":\([0-9]*\).*/\1/p')
	[ "${lag:-0}" -le "$most" ] || most=$lag
done
took=$(($(date +%s) - started))
printf '%d people, %d ms a search, %s: %d s (%.0f people/s), %d left, /readyz said at most %d s late\n' "$people" "$delay" \
	"$(sed -n 's/^refresh_workers = /refresh_workers /p' "$dir/styrbord.conf" | grep . || echo 'refresh_workers 6')" "$took" \
	"$(awk -v n="$people" -v t="$took" 'BEGIN {print n / t}')" "$left" "$most"
[ "$left" -eq 0 ] && [ "$took" -le "$limit" ]
