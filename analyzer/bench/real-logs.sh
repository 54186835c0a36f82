#!/bin/bash
# Times `clew analyze` on whole logs of real programs, against ripgrep looking for the same literals, and prints megabytes for each second of processor time.
#
#   analyzer/bench/real-logs.sh [-c CLEW] [-n RUNS] [-s MEGABYTES] [FOLDER]
#
#   -c  the program                                                        (./clew)
#   -n  runs of each command that are counted, after one that is not      (3)
#   -s  each log is repeated until it has so many megabytes               (107)
#   FOLDER holds the logs, one program in each file; without it, logs of the same shapes are made
#
# Counted is user and system time of the whole process, start-up too; the ratio is wall time to that of `rg -c -i -F -f`.
set -euo pipefail
export LC_ALL=C

clew=./clew runs=3 megabytes=107
while getopts c:n:s: option; do
  case $option in
    c) clew=$OPTARG ;;
    n) runs=$OPTARG ;;
    s) megabytes=$OPTARG ;;
    *) sed -n '2,10p' "$0" >&2; exit 2 ;;
  esac
done
shift $((OPTIND - 1))
logs=${1:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/etc/jdk.sh"
literals=
if command -v rg > /dev/null && [ -d "$root/analyzer/bench/target/lib" ]; then
  "$CLEW_JDK/bin/java" -cp "$root/analyzer/bench/target/classes:$root/analyzer/bench/target/lib/*" --enable-native-access=ALL-UNNAMED \
    -Djava.util.logging.config.file="$root/etc/logging.properties" dev.clew.bench.Literals "$root/analyzer/dist/target/clew/pack" "$work/literals"
  literals=$work/literals
else
  echo "real-logs.sh: without ripgrep or a built analyzer/bench (./mvnw -Pquick,bench -pl analyzer/bench -am package) there is no ratio" >&2
fi

# made PROGRAM: two thousand lines in the shapes that the program prints, some of them errors that come again and again
made() {
  awk -v program="$1" 'BEGIN {
    for (i = 0; i < 2000; i++) {
      clock = sprintf("%02d:%02d:%02d.%06d", int(i / 3600), int(i / 60) % 60, i % 60, i * 487 % 1000000)
      if (program == "kubelet") {
        if (i % 9 == 0) printf "E0301 %s    3312 kubelet.go:2448] \"Error getting node\" err=\"node \\\"worker-%d\\\" not found\"\n", clock, i % 3
        else if (i % 31 == 0) printf "E0301 %s    3312 pod_workers.go:1300] \"Error syncing pod, skipping\" err=\"failed to \\\"StartContainer\\\" for \\\"app\\\" with CrashLoopBackOff: \\\"back-off 5m0s restarting failed container=app pod=web-%d_shop(6a1f7f0e-2c1b-4c4e-9d55-0b6d3f1e%04x)\\\"\" pod=\"shop/web-%d\"\n", clock, i % 40, i, i % 40
        else printf "I0301 %s    3312 reconciler.go:%d] \"operationExecutor.MountVolume started for volume \\\"kube-api-access-%04x\\\" pod \\\"web-%d\\\"\" pod=\"shop/web-%d\"\n", clock, 200 + i % 50, i, i % 40, i % 40
      } else if (program == "kube-apiserver") {
        if (i % 50 == 0) printf "W0301 %s       1 dispatcher.go:180] failed calling webhook, failing open %d.example.com: timeout\n", clock, i % 5
        else printf "I0301 %s       1 httplog.go:132] \"HTTP\" verb=\"GET\" URI=\"/api/v1/namespaces/shop/pods/web-%d?timeout=32s\" latency=\"%d.%03dms\" userAgent=\"kubelet/v1.31.2\" srcIP=\"10.0.%d.%d:%d\" resp=200\n", clock, i % 40, i % 90, i % 1000, i % 8, i % 250, 30000 + i
      } else {
        level = i % 80 == 0 ? "warning" : "info"
        if (i < 300) printf "level=info msg=\"  --option-%d='"'"'%d'"'"'\" subsys=daemon\n", i, i % 7
        else printf "time=\"2026-03-01T%sZ\" level=%s msg=\"%s\" containerID=%08x%08x endpointID=%d identity=%d ipv4=10.0.1.%d subsys=%s\n", clock, level, i % 80 == 0 ? "Unable to update endpoint labels" : "Rewrote endpoint BPF program", i * 7919, i * 104729, i % 4000, 10000 + i % 300, i % 250, i % 3 ? "endpoint" : "endpoint-manager"
      }
    }
  }'
}
if [ -z "$logs" ]; then
  logs=$work/made
  mkdir "$logs"
  for program in kubelet kube-apiserver cilium-agent; do made $program > "$logs/$program.log"; done
fi

# took COMMAND...: wall, and user and system seconds together
took() {
  local TIMEFORMAT='%R %U %S'
  { time "$@" > /dev/null 2>&1 || true; } 2>&1 | tail -1 | awk '{print $1, $2 + $3}'
}
# median COLUMN FILE
median() { cut -d' ' -f"$1" "$2" | sort -n | awk '{a[NR] = $1} END {print a[int((NR + 1) / 2)]}'; }

echo "| log | MB | clew wall | clew processor | MB for each processor second | rg wall | ratio |"
echo "|---|---|---|---|---|---|---|"
for log in "$logs"/*; do
  [ -f "$log" ] || continue
  large=$work/large.log
  : > "$large"
  while [ "$(stat -c %s "$large")" -lt $((megabytes * 1000000)) ]; do cat "$log" >> "$large"; done
  size=$(stat -c %s "$large")
  : > "$work/clew"; : > "$work/rg"
  for run in $(seq 0 "$runs"); do
    t=$(took "$clew" analyze "$large" -o json)
    [ "$run" = 0 ] || echo "$t" >> "$work/clew"
    [ -n "$literals" ] || continue
    t=$(took rg -c -i -F -f "$literals" "$large")
    [ "$run" = 0 ] || echo "$t" >> "$work/rg"
  done
  rg=-
  [ -z "$literals" ] || rg=$(median 1 "$work/rg")
  awk -v n="$(basename "$log")" -v s="$size" -v w="$(median 1 "$work/clew")" -v p="$(median 2 "$work/clew")" -v rg="$rg" \
    'BEGIN {printf "| %s | %.0f | %.2f s | %.2f s | %.1f | %s | %s |\n", n, s / 1e6, w, p, s / 1e6 / p, rg == "-" ? "-" : rg " s", rg == "-" ? "-" : sprintf("%.2f", w / rg)}'
done
