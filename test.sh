#!/usr/bin/env bash
# Installs what the tests need, runs all of them, and prints at its end: N passed, N failed, N skipped.
set -euo pipefail
cd "$(dirname "$0")"
source build/install.sh
need_sdk
need vips libvips-tools
need chromium chromium fonts-noto-core fonts-noto-cjk
need aiosmtpd python3-aiosmtpd
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || install_packages postgresql

results=artifacts/tests
rm -rf "$results"
mkdir -p "$results"
dotnet build ExportPortal.sln --nologo --verbosity quiet -p:UseSharedCompilation=false

run() {
  echo "$1"
  # A host that dies leaves a file that looks complete, so its exit code counts as well.
  dotnet test "tests/$1" --no-build --nologo --verbosity quiet --results-directory "$results" --logger "trx;LogFileName=$1.trx" >"$results/$1.log" 2>&1 \
    || { touch "$results/$1.died"; tail -n 60 "$results/$1.log"; }
}

# The browser waits for pages and the others for processes: side by side they leave no core idle.
run BrowserTests &
for project in tests/*Tests; do
  [ "$project" = tests/BrowserTests ] || run "$(basename "$project")"
done
wait
died=()
for file in "$results"/*.died; do
  if [ -e "$file" ]; then died+=("$(basename "$file" .died)"); fi
done
node build/sum-results.mjs "$results" tests "${died[@]}"
