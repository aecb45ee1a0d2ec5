#!/usr/bin/env bash
# Builds the portal if its sources changed, and starts it: ./run.sh [COMMAND] [OPTIONS]. ./run.sh help tells both.
set -euo pipefail
root=$(cd "$(dirname "$0")" && pwd)
source "$root/build/install.sh"
need_sdk
# Without it the portal serves pictures as they came, unscaled.
need vips libvips-tools || echo "Going on without vips: pictures will be larger than need be." >&2
# Pictures for shared pages are drawn with these: plainer without the first; without the second, Chinese pages share the product's picture alone.
if command -v fc-list >/dev/null; then
  [ -n "$(fc-list "Noto Serif" family)" ] || install_packages fonts-noto-core || echo "Going on without fonts-noto-core." >&2
  [ -n "$(fc-list :lang=zh-cn family)" ] || install_packages fonts-noto-cjk || echo "Going on without fonts-noto-cjk." >&2
fi

# Each state of the sources is built into a folder of its own, so that a running portal keeps its files.
state=$(cd "$root" && find src localization media Directory.* global.json .editorconfig -type f \
  -not -path '*/bin/*' -not -path '*/obj/*' -not -path '*/node_modules/*' -not -path '*/wwwroot/dist/*' -printf '%p %s %T@\n' | sort | sha256sum | cut -c1-16)
builds=$root/artifacts/run
app=$builds/$state
mkdir -p "$builds"
if [ ! -f "$app/complete" ]; then
  exec 8>"$builds/build.lock"
  flock 8
  if [ ! -f "$app/complete" ]; then
    echo "Building the portal"
    rm -rf "$app"
    dotnet publish "$root/src/Web" --configuration Release --output "$app" --nologo --verbosity quiet -p:UseSharedCompilation=false
    touch "$app/complete"
    # Earlier builds go, unless a portal still runs from them.
    for old in "$builds"/*/; do
      [ "$old" = "$app/" ] || flock --exclusive --nonblock "$old/complete" rm -rf "$old" || true
    done
  fi
  exec 8>&-
fi
# Held for as long as the portal runs.
exec 9<"$app/complete"
flock --shared 9
exec dotnet "$app/ExportPortal.Web.dll" "$@"
