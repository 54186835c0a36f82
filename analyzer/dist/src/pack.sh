#!/bin/sh
# Makes the distribution of the program in TARGET/clew: pack.sh ROOT TARGET VERSION
# TARGET/clew-VERSION-<system>-<machine>.tar.gz holds it with a JVM of its own; where Debian's tools are, there is a
# package for Debian too.
set -eu
root=$1
target=$2
version=$3
. "$root/etc/jdk.sh"
name=clew-$version-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)
home=$target/dist/$name
rm -rf "$target/dist" "$target/$name.tar.gz"
mkdir -p "$home/bin" "$home/completion"
cp -R "$target/clew/lib" "$target/clew/pack" "$target/clew/library" "$target/clew/logging.properties" "$target/clew/jvm.sh" "$home/"
cp "$root/analyzer/dist/src/clew" "$home/bin/clew"
chmod +x "$home/bin/clew"
cp "$root/LICENSE" "$home/"
cp "$target/bom.json" "$home/sbom.cyclonedx.json"
mkdir "$home/licences"
cp "$target/generated-sources/license/THIRD-PARTY.txt" "$home/licences/"
# Libraries bring their licence and notice along
for jar in "$home"/lib/*.jar; do
  library=$(basename "$jar" .jar)
  case $library in clew-*) continue ;; esac
  (mkdir -p "$target/dist/x" && cd "$target/dist/x" && "$CLEW_JDK/bin/jar" -xf "$jar" META-INF)
  for text in "$target"/dist/x/META-INF/LICENSE* "$target"/dist/x/META-INF/NOTICE*; do
    [ ! -f "$text" ] || cp "$text" "$home/licences/$library-$(basename "$text")"
  done
  rm -rf "$target/dist/x"
done

# What jdeps finds in the jars, and what is only looked up by name: zip and jar files as file systems, TLS and names of the cluster
modules=$("$CLEW_JDK/bin/jdeps" --multi-release 25 --ignore-missing-deps --print-module-deps -cp "$home/lib/*" "$home"/lib/*.jar)
"$CLEW_JDK/bin/jlink" --add-modules "$modules,jdk.zipfs,jdk.crypto.ec,jdk.unsupported,java.naming" \
  --strip-debug --no-header-files --no-man-pages --compress zip-6 --output "$home/jvm"
"$CLEW_JDK/bin/java" -Dclew.home="$home" -cp "$home/lib/*" dev.clew.cli.Clew completion bash >"$home/completion/clew.bash"
find "$home/lib" -exec touch -d @0 {} + # the cache knows jars by time and size
sh "$root/etc/train.sh" "$home" "$root/samples" "$home/jvm/bin/java"
tar -C "$target/dist" --owner=0 --group=0 -czf "$target/$name.tar.gz" "$name"
echo "$target/$name.tar.gz"

if ! command -v fakeroot >/dev/null || ! command -v dpkg-deb >/dev/null || ! command -v objcopy >/dev/null; then
  echo "no Debian package: that needs fakeroot, dpkg-deb and binutils" >&2
  exit 0
fi
"$CLEW_JDK/bin/jpackage" --type deb --name clew --app-version "$version" --dest "$target" --vendor Clew \
  --description "Names the cause of trouble in Kubernetes and Cilium from logs and bundles" --linux-package-name clew \
  --about-url https://clew.dev --license-file "$root/LICENSE" \
  --runtime-image "$home/jvm" --install-dir /opt/clew --resource-dir "$target/dist/none" >"$target/jpackage.log" 2>&1 ||
  { cat "$target/jpackage.log" >&2; exit 1; }
