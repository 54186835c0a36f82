#!/bin/sh
# Unpacks the distribution to an empty folder and runs it with no Java in reach: try.sh ROOT TARGET
set -eu
root=$1
target=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
fail() {
  echo "try.sh: $*" >&2
  exit 1
}
tar -C "$folder" -xzf "$target"/clew-*.tar.gz
home=$(echo "$folder"/clew-*)
clew() {
  env -i PATH=/usr/bin:/bin HOME="$folder" "$home/bin/clew" "$@"
}
clew --version | grep -q '^clew [0-9]' || fail "--version prints no version"
clew analyze "$root/samples/native-routing-cidr" >"$folder/out" 2>"$folder/err" || fail "analyze ended with $?: $(cat "$folder/err")"
grep -q cilium-native-routing-cidr-missing "$folder/out" || fail "analyze does not find the cause in samples/native-routing-cidr"
[ ! -s "$folder/err" ] || fail "analyze is not quiet: $(cat "$folder/err")"
if command -v xz >/dev/null; then
  xz -c "$root/samples/native-routing-cidr/cilium-7hq4w.log" >"$folder/agent.log.xz"
  clew analyze "$folder/agent.log.xz" | grep -q cilium-native-routing-cidr-missing || fail "an xz file is not read where the program was unpacked"
fi
clew search native routing cidr | grep -q . || fail "search finds nothing"
ln -s "$home/bin/clew" "$folder/link"
env -i PATH=/usr/bin:/bin HOME="$folder" "$folder/link" --version >/dev/null || fail "does not run by a link to it"
rm "$home/clew.aot"
clew --version | grep -q '^clew [0-9]' || fail "does not run without its cache"
for part in LICENSE sbom.cyclonedx.json licences/THIRD-PARTY.txt completion/clew.bash; do
  [ -s "$home/$part" ] || fail "$part is missing"
done
echo "the distribution runs without Java: $(ls "$target"/clew-*.tar.gz)"
