#!/usr/bin/env bash
# Runs several nodes over one PostgreSQL behind nginx on this machine, until Ctrl-C: ./two-nodes.sh [OPTIONS] [SETTINGS]
# In another terminal, restarts them one after the other without a failed request: ./two-nodes.sh restart [--data DIR]
#
#   --data DIR     holds all of it (default ./data-nodes): postgres/ nginx/ shared/ node-1/ node-2/
#   --nodes N      how many nodes (default 2)
#   --port P       where nginx listens (default 5080); the nodes follow at P+1 …, and PostgreSQL after them
#   --portal DLL   a portal that is built; else ./run.sh builds it
#
# Whatever else is given goes to every node, such as --empty or --Mail:Host localhost.
set -euo pipefail
root=$(cd "$(dirname "$0")" && pwd)
source "$root/build/install.sh"

verb=start data=$root/data-nodes nodes=2 port=5080 portal=("$root/run.sh") settings=()
[ "${1:-}" != restart ] || { verb=restart; shift; }
while [ $# -gt 0 ]; do
  case $1 in
    --data) mkdir -p "$2"; data=$(cd "$2" && pwd); shift 2 ;;
    --nodes) nodes=$2; shift 2 ;;
    --port) port=$2; shift 2 ;;
    --portal) portal=(dotnet "$(realpath "$2")"); shift 2 ;;
    *) settings+=("$1"); shift ;;
  esac
done

is_ready() { curl -fsS -o /dev/null --max-time 5 "http://127.0.0.1:$1/health/ready" 2>/dev/null; }

# until_true SECONDS WHAT COMMAND…
until_true() {
  local end=$((SECONDS + $1)) what=$2; shift 2
  until "$@"; do
    [ $SECONDS -lt $end ] || { echo "$what: not within the time. See the logs in $data." >&2; return 1; }
    sleep 0.2
  done
}

# Neither PostgreSQL nor nginx is to run as root.
as_postgres=() as_www=()
if [ "$(id -u)" -eq 0 ]; then
  as_postgres=(setpriv --reuid=postgres --regid=postgres --init-groups --)
  as_www=(setpriv --reuid=www-data --regid=www-data --init-groups --)
fi
cd /

if [ $verb = restart ]; then
  # Before the first node is stopped: the build is made, and the schema is what the new nodes need and the old ones can live with.
  set -a; source "$data/node.env"; set +a
  read -r nodes port <"$data/layout"
  mapfile -t portal <"$data/portal"
  "${portal[@]}" migrate --data "$data/node-1"
  for n in $(seq "$nodes"); do
    old=$(cat "$data/node-$n.pid")
    kill -TERM "$old" || true
    is_back() { [ "$(cat "$data/node-$n.pid")" != "$old" ] && is_ready $((port + n)); }
    until_true 120 "node $n" is_back
    # Longer than nginx leaves a node alone that failed it.
    sleep 3
    echo "Node $n serves again."
  done
  exit
fi

need curl curl
need nginx nginx
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || install_packages postgresql
tools=$(dirname "$(ls /usr/lib/postgresql/*/bin/initdb | tail -n 1)")
database_port=$((port + nodes + 1))
for p in $(seq "$port" "$database_port"); do
  ! (exec 3<>"/dev/tcp/127.0.0.1/$p") 2>/dev/null || { echo "Another program listens at port $p; choose others: --port P" >&2; exit 1; }
done
umask 077
mkdir -p "$data"/{postgres,nginx,shared}
chmod 711 "$data"
if [ "$(id -u)" -eq 0 ]; then
  chown postgres: "$data/postgres"
  chown www-data: "$data/nginx"
  "${as_postgres[@]}" test -w "$data/postgres" || { echo "PostgreSQL can't reach $data, as one of the folders above is private; choose another: --data DIR" >&2; exit 1; }
fi

supervisors=() nginx=
stop() {
  trap '' INT TERM
  trap - EXIT
  [ -z "$nginx" ] || kill -QUIT "$nginx" 2>/dev/null || true
  for each in "${supervisors[@]}"; do kill -TERM "$each" 2>/dev/null || true; done
  wait
  "${as_postgres[@]}" "$tools/pg_ctl" --pgdata "$data/postgres/data" --mode fast --silent stop || true
  exit "${1:-0}"
}
trap 'stop 0' INT TERM
trap 'stop 1' EXIT

# PostgreSQL, on loopback only, with a password that only this user can read.
if [ ! -f "$data/postgres.password" ]; then
  head -c 24 /dev/urandom | od -An -vtx1 | tr -d ' \n' >"$data/postgres.password"
fi
if [ ! -f "$data/postgres/data/PG_VERSION" ]; then
  install -m 600 "$data/postgres.password" "$data/postgres/password"
  [ "$(id -u)" -ne 0 ] || chown postgres: "$data/postgres/password"
  "${as_postgres[@]}" "$tools/initdb" --pgdata "$data/postgres/data" --username postgres --pwfile "$data/postgres/password" --auth scram-sha-256 \
    --encoding UTF8 --locale-provider icu --icu-locale und --locale C.UTF-8 >"$data/postgres.log"
  rm "$data/postgres/password"
fi
"${as_postgres[@]}" "$tools/pg_ctl" --pgdata "$data/postgres/data" --wait --silent --log "$data/postgres/server.log" \
  --options "-p $database_port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=$((nodes * 45 + 20))" start
export PGPASSWORD=$(cat "$data/postgres.password") PGHOST=127.0.0.1 PGPORT=$database_port PGUSER=postgres
[ "$("$tools/psql" -Atc "SELECT COUNT(*) FROM pg_database WHERE datname = 'portal'" postgres)" = 1 ] || "$tools/createdb" portal

# What all nodes have in common. In the environment, as a command line can be read by everybody.
cat >"$data/node.env" <<SETTINGS
Portal__Database="Host=127.0.0.1;Port=$database_port;Database=portal;Username=postgres;Password=$PGPASSWORD;Maximum Pool Size=40"
Portal__Shared="$data/shared"
Portal__PublicUrl="http://127.0.0.1:$port"
Proxies__Trusted=127.0.0.1
Serving__DrainSeconds=2
SETTINGS
echo "$nodes $port" >"$data/layout"
printf '%s\n' "${portal[@]}" >"$data/portal"
set -a; source "$data/node.env"; set +a
"${portal[@]}" migrate --data "$data/node-1"

# A node that ends is started again, as systemd would.
supervise() {
  local n=$1 pid= ends=
  trap 'ends=1; [ -z "$pid" ] || kill -TERM "$pid" 2>/dev/null' TERM
  trap - EXIT
  until [ -n "$ends" ]; do
    "${portal[@]}" --data "$data/node-$n" --urls "http://127.0.0.1:$((port + n))" "${settings[@]}" >>"$data/node-$n.log" 2>&1 &
    pid=$!
    echo $pid >"$data/node-$n.pid.new" && mv "$data/node-$n.pid.new" "$data/node-$n.pid"
    # A trap ends the wait before the process has ended.
    while kill -0 $pid 2>/dev/null; do wait $pid || true; done
    [ -n "$ends" ] || sleep 1
  done
}
for n in $(seq "$nodes"); do
  supervise "$n" &
  supervisors+=($!)
done

sed -e "/server 127.0.0.1:5081/d" -e "s|.*server 127.0.0.1:5082\(.*\)|$(for n in $(seq "$nodes"); do printf '  server 127.0.0.1:%s\\1\\n' $((port + n)); done)|" \
  -e "s|listen 127.0.0.1:5080|listen 127.0.0.1:$port|" -e "s|/var/log/nginx/portal.log|$data/nginx/access.log|" -e "s|/var/log/nginx/portal-error.log|$data/nginx/error.log|" "$root/deploy/nginx.conf" >"$data/nginx/portal.conf"
cat >"$data/nginx/nginx.conf" <<NGINX
worker_processes 2;
daemon off;
pid $data/nginx/nginx.pid;
events { worker_connections 1024; }
http {
  client_body_temp_path $data/nginx/body;
  proxy_temp_path $data/nginx/proxy;
  fastcgi_temp_path $data/nginx/fastcgi;
  uwsgi_temp_path $data/nginx/uwsgi;
  scgi_temp_path $data/nginx/scgi;
  include $data/nginx/portal.conf;
}
NGINX
[ "$(id -u)" -ne 0 ] || chown www-data: "$data"/nginx/*.conf
for n in $(seq "$nodes"); do until_true 300 "node $n" is_ready $((port + n)); done
"${as_www[@]}" nginx -e "$data/nginx/error.log" -c "$data/nginx/nginx.conf" &
nginx=$!
until_true 10 nginx is_ready "$port"
grep -h "Sample users" "$data"/node-*.log | tail -n 1 || true
echo "$nodes nodes answer at http://127.0.0.1:$port/; their data and logs stand in $data."
while kill -0 $nginx 2>/dev/null; do wait $nginx || true; done
echo "nginx ended; see $data/nginx/error.log." >&2
exit 1
