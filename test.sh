#!/usr/bin/env bash
# Installs what the tests need, runs all of them, and prints at its end: N passed, N failed, N skipped.
# The soak tests, which take minutes, run only with --soak: ./test.sh --soak.
set -euo pipefail
cd "$(dirname "$0")"
source build/install.sh
soak=
if [ "${1:-}" = --soak ]; then
  soak=1
  shift
fi
[ $# -eq 0 ] || { echo "Use: ./test.sh [--soak]" >&2; exit 2; }
need_sdk
need vips libvips-tools
need chromium chromium fonts-noto-core fonts-noto-cjk
need aiosmtpd python3-aiosmtpd
need nginx nginx
need curl curl
need pkill procps
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || install_packages postgresql

# Compilers, tests and portals live for seconds here: code is not measured for a later that never comes.
export DOTNET_TieredPGO=0
results=artifacts/tests
rm -rf "$results"
mkdir -p "$results"
# Pictures that one project's portals make serve those of the next.
export PORTAL_TEST_RENDITIONS=$PWD/$results/renditions
# One compiler for all projects takes a third of the time off. It is this run's own, and would stay for minutes.
compiler=export-portal-tests-$$-
trap 'pkill -f "pipename:$compiler" || true' EXIT
dotnet build ExportPortal.sln --nologo --verbosity quiet -p:SharedCompilationId="$compiler"
# run.sh goes on from there to what an installation gets.
dotnet publish src/Web --configuration Debug --nologo --verbosity quiet --output "$results/portal" -p:SharedCompilationId="$compiler"
pkill -f "pipename:$compiler" || true

died=()
# run PROJECT FILTER RESULT: a host that dies leaves a file that looks complete, so its exit code counts as well.
run() {
  echo "$3"
  dotnet test "tests/$1" --no-build --nologo --verbosity quiet --filter "$2" --results-directory "$results" --logger "trx;LogFileName=$3.trx" >"$results/$3.log" 2>&1 \
    || { died+=("$1"); tail -n 60 "$results/$3.log"; }
}
for project in tests/*Tests; do
  name=$(basename "$project")
  run "$name" "Category!=Soak" "$name"
done
# By themselves, so that what they measure is not the other tests' load.
if [ -n "$soak" ]; then
  run WebTests "Category=Soak" WebTests.Soak
  # Figures to read, not to pass: beside plain Kestrel, FTS5 and PostgreSQL, with 100,000 products.
  tests/Benchmarks/run.sh 100000 || died+=("Benchmarks")
else
  echo "The soak tests are a run of their own: ./test.sh --soak"
fi
node build/sum-results.mjs "$results" tests "${died[@]}"
