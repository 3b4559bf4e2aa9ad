#!/usr/bin/env bash
# Runs the README's two commands on a bare Debian 13, as written: first without the packages that the window needs, then
# with them. The system is built in a temporary folder and deleted at the end; this machine's settings of apt, pip and
# uv (mirror, proxy, certificates) hold in it. Says why and ends with 0 where such a system can't be built.
set -euo pipefail
cd "$(dirname "$0")/.."

skip() { echo "skipped: $1"; exit 0; }
fail() { echo "failed: $1"; exit 1; }
[ "$(id -u)" = 0 ] || skip "only root can build a system"
command -v debootstrap >/dev/null || skip "debootstrap isn't installed"
unshare --mount --pid --fork true 2>/dev/null || skip "this machine allows no namespaces"

mapfile -t commands < <(sed -n '/^```sh$/,/^```$/{/^```/d; s/ *#.*//; p}' README.md | head -n 2)
packages=$(sed -n 's/.*`sudo apt install \([^`]*\)`.*/\1/p' README.md)
[ "${#commands[@]}" = 2 ] && [ -n "$packages" ] || fail "the README doesn't begin with two commands, or names no packages"

work=$(mktemp -d)
trap 'rm -rf --one-file-system "$work"' EXIT
root=$work/root

mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Label: Debian' 'Created-By: Packages' 2>/dev/null | sort -u | head -n 1)
proxy=$(apt-config shell proxy Acquire::http::Proxy 2>/dev/null) && eval "$proxy"
[ -z "${proxy:-}" ] || export http_proxy=$proxy
debootstrap --variant=minbase --include=python3,python3-venv trixie "$root" $mirror >"$work/log" 2>&1 ||
  skip "debootstrap couldn't build Debian 13: $(tail -n 1 "$work/log")"

# What this machine needs in order to reach its mirrors holds in there too.
apt-config dump | grep -E '^Acquire::(https?|Check)' >"$root/etc/apt/apt.conf.d/90host" || true
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
passed=(PATH=/usr/sbin:/usr/bin:/sbin:/bin "HOME=$HOME" LANG=C.UTF-8)
while IFS= read -r line; do passed+=("$line"); done < <(env | grep -E \
  '^(PIP_(INDEX_URL|EXTRA_INDEX_URL|TRUSTED_HOST|CERT|PROXY)|UV_[A-Z_]*(INDEX|HOST|TLS|CERT)[A-Z_]*|SSL_CERT_FILE|(https?|all|no)_proxy|(HTTPS?|ALL|NO)_PROXY)=')
for file in "${PIP_CERT:-}" "${SSL_CERT_FILE:-}" /etc/pip.conf ~/.config/pip/pip.conf ~/.pip/pip.conf /etc/uv/uv.toml ~/.config/uv/uv.toml; do
  if [ -f "$file" ]; then
    mkdir -p "$root$(dirname "$file")"
    cp -L "$file" "$root$file"
  fi
done
mkdir -p "$root/triage" "$root$HOME"
tar -c --exclude=./.venv --exclude=./.git --exclude-vcs-ignores . | tar -x -C "$root/triage"

within() { # a command in that system, whose root is a mount as everywhere, with nothing of this one's processes; what it mounts goes when it ends
  unshare --mount --pid --fork sh -c '
    root=$1; shift
    mount --bind "$root" "$root" && mount -t proc proc "$root/proc" && mount --rbind /dev "$root/dev" && exec env -i "$@"' \
    sh "$root" "${passed[@]}" chroot "$root" bash -c "cd /triage && $1" 2>&1
}
try() { # a command, and whether what it prints must hold the sentence about Qt's libraries
  echo "== $1"
  within "$1" | tee "$work/out" || fail "$1"
  if grep -q "a system library is missing" "$work/out"; then held=yes; else held=no; fi
  [ "$held" = "$2" ] || fail "the sentence that says what the window needs: $held, not $2"
}

try "${commands[0]}" yes
tail -n 1 "$work/out" | grep -q "a system library is missing" || fail "the demo doesn't end with what the window needs"
try "${commands[1]}" yes
within "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $packages" >"$work/log" ||
  fail "the packages that the README names can't be installed: $(tail -n 3 "$work/log")"
try "${commands[1]}" no
try "DISPLAY=:0 .venv/bin/triage-ui --check" no
echo "All passed in $SECONDS s."
