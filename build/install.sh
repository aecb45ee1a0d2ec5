# Sourced by run.sh and test.sh: installs what is missing on Debian.

# need PROGRAM PACKAGE...: installs the packages unless the program is there.
need() {
  local program=$1; shift
  command -v "$program" >/dev/null && return
  install_packages "$@" || { echo "Please install: $*" >&2; return 1; }
}

install_packages() {
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || return 1
    as_root=(sudo)
  fi
  command -v apt-get >/dev/null || return 1
  echo "Installing $*"
  if [ -z "${updated:-}" ]; then
    "${as_root[@]}" apt-get update -qq
    updated=1
  fi
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

# need_sdk: the two things that are asked of the reader.
need_sdk() {
  command -v dotnet >/dev/null || { echo "The .NET SDK 10 is needed: https://dotnet.microsoft.com/download" >&2; return 1; }
  command -v npm >/dev/null || { echo "Node.js 20 with npm is needed: https://nodejs.org" >&2; return 1; }
}
