#!/usr/bin/env bash
# Makes a migration for both databases: ./migrate.sh NAME
set -euo pipefail
cd "$(dirname "$0")"
[ $# -eq 1 ] || { sed -n 2p "$0"; exit 2; }
dotnet tool restore >/dev/null
for database in Sqlite Postgres; do
  dotnet ef migrations add "$1" --project "src/Migrations.$database" --startup-project "src/Migrations.$database" --output-dir Migrations
done
