#!/bin/sh
# Makes the cache that lets the program start fast: train.sh HOME SAMPLES [JAVA]
# With it the build is complete, which ./clew tells by the file `built`: as old as the beginning of the build.
# It fits only the JVM it was made by; without JAVA that is the one that ./clew finds.
set -eu
root=$(dirname "$0")/..
home=$1
samples=$2
. "$root/etc/jdk.sh"
java=${3:-$CLEW_JDK/bin/java}
# The cache takes no class without frames, and picocli's are that old
for jar in "$home"/lib/picocli-*.jar; do
  "$CLEW_JDK/bin/java" "$root/etc/Frames.java" "$jar"
done
# A sealed package of the cache keeps a copy of the program from loading the rest of it
for jar in "$home"/lib/xz-*.jar; do
  "$CLEW_JDK/bin/java" "$root/etc/Unseal.java" "$jar"
done
. "$home/jvm.sh"
rm -f "$home/clew.aot"
log=$home/train.log
if ! "$java" $CLEW_FLAGS -XX:AOTCacheOutput="$home/clew.aot" '-Xlog:aot*=off' \
  -Djava.util.logging.config.file="$home/logging.properties" -Dclew.home="$home" -cp "$CLEW_JAR" \
  dev.clew.cli.Training "$samples" >/dev/null 2>"$log" || [ ! -s "$home/clew.aot" ]; then
  cat "$log" >&2
  echo "train.sh: $java made no cache" >&2
  exit 1
fi
rm -f "$log"
[ $# -gt 2 ] || [ ! -e "$root/target/began" ] || cp -p "$root/target/began" "$home/built"
