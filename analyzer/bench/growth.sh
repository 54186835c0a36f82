#!/bin/bash
# Times `clew analyze` on inputs that grow, one dimension at a time, and prints with which power of the size the time grows: 1 is linear.
#
#   analyzer/bench/growth.sh [-c CLEW] [-d FOLDER] [-t MOST] [DIMENSION...]
#
#   -c  the program                                                       (./clew)
#   -d  folder for the inputs, which are removed at the end              (a temporary one)
#   -t  exponent above which the script fails                            (1.15)
#
# Dimensions: lines, subjects, findings, nodes, events, rows. Counted is processor time, less that of an input of one line; the exponent is that
# between the first and the last size, log(t8 / t1) / log(8).
set -euo pipefail
export LC_ALL=C

clew=./clew folder= most=1.15
while getopts c:d:t: option; do
  case $option in
    c) clew=$OPTARG ;;
    d) folder=$OPTARG ;;
    t) most=$OPTARG ;;
    *) sed -n '2,11p' "$0" >&2; exit 2 ;;
  esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || set -- lines subjects findings nodes events rows
own=
[ -n "$folder" ] || { folder=$(mktemp -d); own=1; }
trap '[ -z "$own" ] || rm -rf "$folder"' EXIT

# generate DIMENSION COUNT: an input with so many of that
generate() {
  awk -v what="$1" -v n="$2" 'BEGIN {
    if (what == "events") print "NAMESPACE   LAST SEEN   TYPE   REASON   OBJECT   MESSAGE"
    if (what == "rows") print "NAME   READY   STATUS   AGE"
    if (what == "nodes") print "apiVersion: v1\nkind: List\nitems:"
    for (i = 0; i < n; i++) {
      t = sprintf("2026-03-01T%02d:%02d:%02dZ", int(i / 3600) % 24, int(i / 60) % 60, i % 60)
      if (what == "lines") printf "%s level=info msg=\"request %d served\" took=%dms\n", t, i, i % 97
      if (what == "subjects") printf "E0301 %02d:%02d:%02d.000000 1 pod_workers.go:1300] \"Error syncing pod, skipping\" err=\"failed to \\\"StartContainer\\\" for \\\"c\\\" with CrashLoopBackOff: \\\"back-off 5m0s restarting failed container=c pod=app%d_ns%d(u%d)\\\"\" pod=\"ns%d/app%d\" podUID=\"u%d\"\n", int(i / 3600) % 24, int(i / 60) % 60, i % 60, i, i, i, i, i, i
      if (what == "findings") printf "%s level=error msg=\"unable to handle item of kind %c%c%c%c\" error=\"dial tcp 10.0.%d.%d:443: connect: connection refused\"\n", t, 97 + i % 26, 97 + int(i / 26) % 26, 97 + int(i / 676) % 26, 97 + int(i / 17576) % 26, int(i / 250) % 250, i % 250
      if (what == "nodes") printf "- {apiVersion: v1, kind: Node, metadata: {name: node%d}, status: {conditions: [{type: Ready, status: \"False\", reason: KubeletNotReady, message: network plugin not ready}]}}\n", i
      if (what == "events") printf "ns%d   5m   Warning   %s   pod/app%d   %s\n", i, i % 2 ? "BackOff" : "FailedScheduling", i, i % 2 ? "Back-off restarting failed container" : "0/3 nodes are available: 3 Insufficient cpu."
      if (what == "rows") printf "app%d   1   odd   %dm\n", i, i % 50
    }
  }'
}

# seconds FILE: processor time of a run
seconds() {
  local TIMEFORMAT='%U %S'
  { time "$clew" analyze "$1" -o json > /dev/null 2>&1; } 2>&1 | awk '{print $1 + $2}'
}

declare -A first=([lines]=200000 [subjects]=4000 [findings]=4000 [nodes]=1000 [events]=8000 [rows]=20000)
echo "level=info msg=started" > "$folder/one.log"
seconds "$folder/one.log" > /dev/null
idle=$(seconds "$folder/one.log")
echo "| dimension | 1x | 1x | 2x | 4x | 8x | exponent |"
echo "|---|---|---|---|---|---|---|"
failed=0
for dimension; do
  count=${first[$dimension]:-}
  [ -n "$count" ] || { echo "growth.sh: no such dimension: $dimension" >&2; exit 2; }
  times=
  for factor in 1 2 4 8; do
    generate "$dimension" $((count * factor)) > "$folder/$dimension.txt"
    times="$times $(seconds "$folder/$dimension.txt")"
    rm "$folder/$dimension.txt"
  done
  echo "$times" | awk -v d="$dimension" -v n="$count" -v idle="$idle" -v most="$most" '{
    for (i = 1; i <= 4; i++) { t[i] = $i - idle; if (t[i] < 0.05) t[i] = 0.05 }
    e = log(t[4] / t[1]) / log(8)
    printf "| %s | %d | %.2f s | %.2f s | %.2f s | %.2f s | %.2f |\n", d, n, t[1], t[2], t[3], t[4], e
    exit e > most
  }' || failed=1
done
exit $failed
