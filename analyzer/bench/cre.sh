#!/bin/bash
# Reads a rule base in the format of CRE, tries each rule on its own logs, and times a log with and without all of its rules.
#
#   analyzer/bench/cre.sh [-c CLEW] [-n LINES] PATH
#
#   PATH  folder of the rules, each with its test.log and perhaps a test-fp.log beside it
#   -c    the program                       (./clew)
#   -n    lines of the synthetic log        (8000000, about 1 GB)
#
# Fails if a rule can't be read, does not hit its own log, hits the log without the fault, or if the log takes more than 1.3 times as long.
set -euo pipefail
export LC_ALL=C

clew=./clew lines=8000000
while getopts c:n: option; do
  case $option in
    c) clew=$OPTARG ;;
    n) lines=$OPTARG ;;
    *) sed -n '2,10p' "$0" >&2; exit 2 ;;
  esac
done
shift $((OPTIND - 1))
[ $# = 1 ] && [ -d "$1" ] || { sed -n '2,10p' "$0" >&2; exit 2; }
rules=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

written=$(grep -rhE '^ *(- )?cre:' --include='*.yaml' "$rules" | wc -l)
"$clew" patterns lint "$rules" > "$work/problems" 2> "$work/lint" || true
unread=$(grep -E '^clew: [0-9]+ problems' "$work/lint" | grep -oE '^clew: [0-9]+' | grep -oE '[0-9]+' || echo "$written")
echo "load $((written - unread))/$written"
failed=0
[ "$unread" = 0 ] || failed=1
"$clew" patterns test "$rules" > "$work/test" || failed=1
sed 's/^/  /' "$work/test" | grep -vE 'own logs' || true
echo "own hits $(grep -oE 'own logs hit: .*' "$work/test" | cut -d' ' -f4)"
echo "fp $(grep -oE 'without a fault hit: .*' "$work/test" | cut -d' ' -f5)"

awk -v n="$lines" 'BEGIN {
  for (i = 0; i < n; i++) {
    t = sprintf("2026-03-01T%02d:%02d:%02d.%03dZ", int(i / 3600) % 24, int(i / 60) % 60, i % 60, i % 1000)
    k = i % 50
    if (k < 30) printf "%s level=info msg=\"request %d served\" method=GET path=/items/%d status=200 took=%dms peer=10.0.%d.%d\n", t, i, i % 977, i % 97, i % 250, i % 251
    else if (k < 40) printf "%s level=debug msg=\"cache entry %d refreshed\" shard=%d generation=%d\n", t, i, i % 16, i
    else if (k < 48) printf "{\"ts\":\"%s\",\"level\":\"info\",\"caller\":\"server/handler.go:%d\",\"msg\":\"watch event delivered\",\"object\":\"web/app-%d\"}\n", t, i % 400, i % 300
    else if (k == 48) printf "I0301 %02d:%02d:%02d.000000 1 controller.go:%d] \"Reconciled\" object=\"web/app-%d\"\n", int(i / 3600) % 24, int(i / 60) % 60, i % 60, i % 500, i % 300
    else printf "%s level=warning msg=\"slow reply from item store\" took=%dms\n", t, i % 5000
  }
}' > "$work/big.log"

# seconds ARGUMENT...: the best wall time of three runs
seconds() {
  local TIMEFORMAT='%R' best= time
  for _ in 1 2 3; do
    time=$({ time "$clew" analyze "$work/big.log" -o json "$@" > /dev/null 2>&1; } 2>&1)
    best=$(printf '%s\n%s\n' "$best" "$time" | grep . | sort -n | head -1)
  done
  echo "$best"
}
"$clew" analyze /dev/null -o json --patterns "$rules" > /dev/null 2>&1 || true # compiles the rules
alone=$(seconds)
with=$(seconds --patterns "$rules")
awk -v a="$alone" -v w="$with" -v size="$(stat -c %s "$work/big.log")" 'BEGIN {
  printf "log of %.0f MB: %.2f s, with all rules %.2f s, ratio %.2f\n", size / 1e6, a, w, w / a
  exit w / a > 1.3
}' || failed=1
exit $failed
