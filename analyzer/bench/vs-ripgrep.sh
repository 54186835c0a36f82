#!/bin/bash
# Times `clew analyze` against ripgrep, gzip and the bare JVM, as whole processes and in turn, and prints medians and ratios.
#
#   analyzer/bench/vs-ripgrep.sh [-n RUNS] [-s MEGABYTES] [-f FILES] [-x "COUNTS"] [-d FOLDER]
#
#   -n  runs of each command that are counted, after one that is not     (5)
#   -s  size of the large inputs                                        (1000)
#   -f  number of small files, of 10 kB each                            (10000)
#   -x  numbers of generated signatures to add                          ("1000 10000")
#   -d  folder for the inputs, which are removed at the end              (a temporary one)
#
# ripgrep runs with the literals that the pack itself looks for in lines of text:
#   -c  count only: neither program prints what it found
#   -i  clew finds literals in any letter case, so ripgrep has to
#   -F  they are literals, not expressions
#   -f  one to a line
# It is also run without -i, for comparison, and so is libhyperscan where gcc and libhyperscan-dev are installed. All figures are raw in the table's second part, in seconds and kB.
set -euo pipefail
export LC_ALL=C

runs=5 megabytes=1000 files=10000 extra="1000 10000" folder=
while getopts n:s:f:x:d: option; do
  case $option in
    n) runs=$OPTARG ;;
    s) megabytes=$OPTARG ;;
    f) files=$OPTARG ;;
    x) extra=$OPTARG ;;
    d) folder=$OPTARG ;;
    *) sed -n '2,10p' "$0" >&2; exit 2 ;;
  esac
done
for needed in rg gzip tar /usr/bin/time; do
  command -v "$needed" >/dev/null || { echo "vs-ripgrep: $needed is needed (apt-get install ripgrep time)" >&2; exit 2; }
done

root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/etc/jdk.sh"
java=$CLEW_JDK/bin/java
"$root/clew" --version >/dev/null
[ -d "$root/analyzer/bench/target/lib" ] ||
  "$root/mvnw" -B -q -f "$root/pom.xml" -Pquick,bench -pl analyzer/bench -am package
made=
[ -n "$folder" ] || { folder=$(mktemp -d); made=yes; }
mkdir -p "$folder"
raw=$folder/raw.tsv
cleanup() {
  rm -rf "$folder"/{mixed,more}.log "$folder"/mixed.tar.gz "$folder"/{small,cache} "$folder"/extra-* "$folder"/literals* "$folder"/{took,said,hyperscan} "$raw"
  [ -z "$made" ] || rmdir "$folder"
}
trap cleanup EXIT
: >"$raw"
export XDG_CACHE_HOME=$folder/cache

bench() {
  local name=$1
  shift
  "$java" -cp "$root/analyzer/bench/target/classes:$root/analyzer/bench/target/lib/*" --enable-native-access=ALL-UNNAMED \
    -Djava.util.logging.config.file="$root/etc/logging.properties" "dev.clew.bench.$name" "$@"
}

echo "making inputs in $folder ..." >&2
pack=$root/analyzer/dist/target/clew/pack
bench Literals "$pack" "$folder/literals"
bench Corpus file "$folder/mixed.log" "${megabytes}000000" 100 "$root/patterns"
bench Corpus file "$folder/more.log" "${megabytes}000000" 1000 "$root/patterns"
bench Corpus folder "$folder/small" "${files}0000" 100 "$root/patterns" "$files"
tar -C "$folder" -czf "$folder/mixed.tar.gz" mixed.log
for count in $extra; do
  bench ExtraSignatures "$pack" "$folder/extra-$count" "$count"
done

hyperscan=
if [ -e /usr/include/hs/hs.h ] && command -v gcc >/dev/null; then
  hyperscan=$folder/hyperscan
  gcc -O2 -o "$hyperscan" "$root/analyzer/bench/hyperscan.c" -lhs
fi

# run NAME COMMAND...: one run; its wall, user and system seconds and its largest resident size go to the raw figures
run() {
  local name=$1 began ended
  shift
  began=$EPOCHREALTIME
  /usr/bin/time -q -o "$folder/took" -f '%U\t%S\t%M' "$@" >/dev/null 2>"$folder/said" ||
    { cat "$folder/said" >&2; echo "vs-ripgrep: failed: $*" >&2; exit 1; }
  ended=$EPOCHREALTIME
  [ "$counted" = no ] ||
    printf '%s\t%s\t%s\n' "$name" "$(awk -v a="$began" -v b="$ended" 'BEGIN {printf "%.3f", b - a}')" "$(tail -n 1 "$folder/took")" >>"$raw"
}
analyze() {
  local name=$1
  shift
  run "clew: $name" "$root/clew" analyze -q -o json "$@"
}

for ((i = 0; i <= runs; i++)); do
  counted=yes
  [ $i -gt 0 ] || counted=no
  echo "run $i of $runs" >&2
  analyze "plain log" "$folder/mixed.log"
  run "rg -c -i -F -f: plain log" rg -c -i -F -f "$folder/literals" "$folder/mixed.log"
  run "rg -c -F -f: plain log" rg -c -F -f "$folder/literals" "$folder/mixed.log"
  [ -z "$hyperscan" ] || run "hyperscan: plain log" "$hyperscan" "$folder/literals" "$folder/mixed.log"
  for count in $extra; do
    analyze "plain log, +$count signatures" --patterns "$folder/extra-$count" "$folder/mixed.log"
  done
  analyze "plain log, 1 % matches" "$folder/more.log"
  run "rg -c -i -F -f: plain log, 1 % matches" rg -c -i -F -f "$folder/literals" "$folder/more.log"
  analyze "tar.gz" "$folder/mixed.tar.gz"
  run "gzip -dc | wc -l: tar.gz" sh -c 'gzip -dc "$1" | wc -l' sh "$folder/mixed.tar.gz"
  analyze "small files" "$folder/small"
  run "rg -c -i -F -f: small files" rg -c -i -F -f "$folder/literals" "$folder/small"
  run "java -version" "$java" -Xshare:auto -version
  analyze "small bundle" "$root/samples/native-routing-cidr"
  run "clew: search" "$root/clew" search crashloop
  run "clew: --help" "$root/clew" --help
done

# median NAME COLUMN
median() {
  awk -F '\t' -v name="$1" -v column="$2" '$1 == name {print $column}' "$raw" | sort -n |
    awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'
}
row() { # WORK NAME OTHER TARGET
  local ours theirs
  ours=$(median "$2" 2)
  theirs=$(median "$3" 2)
  printf '| %s | %s | %s | %s | %s | %s |\n' "$1" "$ours" "$theirs" \
    "$(awk -v a="$ours" -v b="$theirs" 'BEGIN {printf "%.2f", b ? a / b : 0}')" "$4" "$(median "$2" 5)"
}

echo "$(date -u +%F), clew $("$root/clew" --version | cut -d ' ' -f 2), $(rg --version | head -n 1), $("$java" -version 2>&1 | sed -n 's/.*build \([^)]*\)).*/JVM \1/p' | head -n 1)"
echo "$(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo | head -n 1), $(nproc) cores, $(awk '/MemTotal/ {printf "%.0f GB", $2 / 1e6}' /proc/meminfo), load $(cut -d ' ' -f 1 /proc/loadavg)"
echo "$megabytes MB, $(wc -l <"$folder/mixed.log") lines, $files small files, $(wc -l <"$folder/literals") literals, medians of $runs runs"
echo
echo '| work | clew, s | other, s | ratio | target | clew, peak kB |'
echo '|---|---|---|---|---|---|'
row "plain log, vs rg -i" "clew: plain log" "rg -c -i -F -f: plain log" 0.5
row "plain log, vs rg" "clew: plain log" "rg -c -F -f: plain log" "-"
[ -z "$hyperscan" ] || row "plain log, vs hyperscan" "clew: plain log" "hyperscan: plain log" "-"
for count in $extra; do
  row "+$count signatures, vs without" "clew: plain log, +$count signatures" "clew: plain log" 1.3
done
row "1 % matches, vs rg -i" "clew: plain log, 1 % matches" "rg -c -i -F -f: plain log, 1 % matches" "-"
row "tar.gz, vs gzip -dc \\| wc -l" "clew: tar.gz" "gzip -dc | wc -l: tar.gz" 1.0
row "small files, vs rg -i" "clew: small files" "rg -c -i -F -f: small files" 2
row "small bundle, vs java -version" "clew: small bundle" "java -version" 8
row "search, vs java -version" "clew: search" "java -version" 6
row "--help, vs java -version" "clew: --help" "java -version" 6
echo
echo 'wall, user and system seconds and peak kB of every run:'
sort -s -t "$(printf '\t')" -k 1,1 "$raw"
