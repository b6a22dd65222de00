#!/usr/bin/env bash
# Images under the names that Dockerfile and docker-compose.yml pull, made of Debian's packages and Kafka's jars, where no
# image registry can be reached. Needs root, debootstrap, a Docker engine, and the .venv of `make test`.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
context=$(mktemp -d)
trap 'rm -rf "$context"' EXIT
export DOCKER_BUILDKIT=0 # each target alone, on engines of any age

if ! docker image inspect kikimimi-debian:bookworm > /dev/null 2>&1; then
  debootstrap --variant=minbase --include=ca-certificates bookworm "$context/debian" > /dev/null
  rm -rf "$context"/debian/var/cache/apt/archives/*.deb "$context"/debian/var/lib/apt/lists/*
  tar -C "$context/debian" -c . | docker import --change 'CMD ["bash"]' - kikimimi-debian:bookworm
  rm -rf "$context/debian"
fi

cp "$here"/stand-ins/* "$context"
mkdir "$context/jars"
(cd "$root" && .venv/bin/python -c '
from pipeline.topics.broker_jars import find_jars, user_cache
print(*find_jars(user_cache()), sep="\n")') | xargs -I{} cp {} "$context/jars"

image_of() { sed -n "s|^ *image: \($1:[^ ]*\).*|\1|p" "$root/docker-compose.yml" | head -n 1; }
base=$(sed -n 's/^FROM \(python:[^ ]*\).*/\1/p' "$root/Dockerfile" | head -n 1)
docker build --quiet --target python --tag "$base" "$context"
docker build --quiet --target postgres --tag "$(image_of postgres)" "$context"
docker build --quiet --target kafka --tag "$(image_of apache/kafka)" "$context"
