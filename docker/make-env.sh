#!/bin/sh
# Writes .env (or the file named) from .env.example, with a secret of its own for each that is empty there. Only its
# owner can read it.
set -eu
file=${1:-$(dirname "$0")/../.env}
[ ! -e "$file" ] || { echo "$file is there already: change it by hand, or remove it first" >&2; exit 1; }
umask 077
trap 'rm -f "$file.part"' EXIT
while IFS= read -r line; do
  case $line in
    \#*) ;;
    AIRFLOW_FERNET_KEY=) line=$line$(head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '\n') ;; # Fernet wants 32 bytes
    *=) line=$line$(head -c 48 /dev/urandom | base64 | tr '+/' '-_' | tr -d '\n') ;;
  esac
  printf '%s\n' "$line"
done < "$(dirname "$0")/../.env.example" > "$file.part"
mv "$file.part" "$file"
echo "Secrets are in $file. Airflow's user is admin, with AIRFLOW_PASSWORD of that file."
