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

died=()
for project in tests/*Tests; do
  name=$(basename "$project")
  echo "$name"
  # A host that dies leaves a file that looks complete, so its exit code counts as well.
  dotnet test "$project" --no-build --nologo --verbosity quiet --results-directory "$results" --logger "trx;LogFileName=$name.trx" >"$results/$name.log" 2>&1 \
    || { died+=("$name"); tail -n 60 "$results/$name.log"; }
done
node build/sum-results.mjs "$results" tests "${died[@]}"
