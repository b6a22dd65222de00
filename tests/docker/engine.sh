#!/usr/bin/env bash
# A Docker engine with compose and buildx, on a Debian machine that has none, as root. Plugins are built from the Go module
# proxy (once, some minutes). Stop the engine with: kill $(cat /run/docker.pid)
set -euo pipefail
COMPOSE=v2.40.3 BUILDX=v0.29.1

if ! docker info > /dev/null 2>&1; then
  command -v dockerd debootstrap > /dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends docker.io debootstrap iptables > /dev/null; }
  setsid nohup dockerd > /var/log/dockerd.log 2>&1 &
  for _ in $(seq 60); do docker info > /dev/null 2>&1 && break || sleep 1; done
  docker info > /dev/null || { tail /var/log/dockerd.log >&2; exit 1; }
fi

plugin() { # its name, module, version, and the package in it
  docker "$1" version > /dev/null 2>&1 && return
  source=$(mktemp -d)
  module=$(GOFLAGS=-mod=mod go mod download -json "$2@$3" | sed -n 's/^\t"Dir": "\(.*\)",*/\1/p')
  cp -r "$module/." "$source" && chmod -R u+w "$source" # it has replacements of its own, which `go install` refuses
  mkdir -p ~/.docker/cli-plugins
  (cd "$source" && CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o ~/.docker/cli-plugins/docker-"$1" "$4")
  rm -rf "$source"
}
plugin compose github.com/docker/compose/v2 $COMPOSE ./cmd
plugin buildx github.com/docker/buildx $BUILDX ./cmd/buildx
docker version --format 'Docker engine {{.Server.Version}}' && docker compose version && docker buildx version
