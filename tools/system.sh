#!/usr/bin/env bash
# Install the Debian packages that are missing: `system.sh portal` or `system.sh test`.
# Does nothing where all are there; elsewhere than on Debian it names them.
set -euo pipefail

portal=(python3-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0)
# libatomic1: the driver of Playwright needs it and does not say so.
# calcurse: a calendar program that opens our calendars (1 MB).
# default-jre-headless: runs vnu, the W3C's checker of HTML.
# libreoffice-calc-nogui: opens the sheets and saves them again, as volunteers do.
test=("${portal[@]}" chromium libatomic1 libreoffice-calc-nogui poppler-utils fonts-dejavu-core calcurse default-jre-headless nodejs npm git)

# apache2-bin, nginx-light, caddy: show the website with our configurations. The last two would start
# by themselves on a machine that runs services, so that only a container gets them.
test+=(apache2-bin media-types)
[ -d /run/systemd/system ] || test+=(nginx-light caddy)

case "${1:-portal}" in
  portal) wanted=("${portal[@]}") ;;
  test) wanted=("${test[@]}") ;;
  *) echo "use: $0 portal|test" >&2; exit 2 ;;
esac

command -v node >/dev/null && command -v npm >/dev/null && wanted=("${wanted[@]/nodejs/}") && wanted=("${wanted[@]/npm/}")

missing=()
for package in "${wanted[@]}"; do
  [ -n "$package" ] || continue
  if ! dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed'; then
    missing+=("$package")
  fi
done
[ "${#missing[@]}" -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
  echo "Please install: ${missing[*]}" >&2
  exit 0
fi
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
