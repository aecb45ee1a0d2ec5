#!/usr/bin/env bash
# Measures the portal with a generated catalogue: tests/Benchmarks/run.sh [PRODUCTS]. What was imported is kept for the next run.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
source "$root/build/install.sh"
need_sdk
need vips libvips-tools
need wrk wrk
products=${1:-10000}
work=$root/artifacts/benchmarks
dotnet publish "$root/src/Web" --configuration Release --output "$work/portal" --nologo --verbosity quiet -p:UseSharedCompilation=false
dotnet build "$root/tests/Benchmarks" --configuration Release --nologo --verbosity quiet -p:UseSharedCompilation=false
mkdir -p "$work/$products/feed"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || install_packages postgresql
dotnet "$root/tests/Benchmarks/bin/Release/net10.0/ExportPortal.Benchmarks.dll" serve "$work/portal/ExportPortal.Web.dll" "$products" "$work/$products"
dotnet "$root/tests/Benchmarks/bin/Release/net10.0/ExportPortal.Benchmarks.dll" search "$work/$products"
