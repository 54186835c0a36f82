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

# What jdeps finds that the jars use, less what Jackson does without (java.desktop, java.sql), and what is looked up by
# name: TLS, zip files as file systems. A list, because jdeps stops at jars that name optional modules.
modules=java.base,java.logging,java.management,java.net.http,java.xml,jdk.crypto.ec,jdk.httpserver,jdk.unsupported,jdk.zipfs
"$CLEW_JDK/bin/jlink" --add-modules "$modules" \
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
# jpackage brings a starter of its own in place of bin/clew, so the cache, which is made for that one's flags, stays out
mkdir "$target/dist/input"
for part in lib pack library logging.properties licences completion sbom.cyclonedx.json; do
  cp -R "$home/$part" "$target/dist/input/"
done
home=$target/dist/input
. "$root/etc/jvm.sh"
"$CLEW_JDK/bin/jpackage" --type deb --name clew --app-version "$version" --dest "$target" --vendor Clew \
  --description "Names the cause of trouble in Kubernetes and Cilium from logs and bundles" \
  --license-file "$root/LICENSE" --input "$home" --runtime-image "$target/dist/$name/jvm" \
  --main-jar "lib/${CLEW_JAR##*/}" --main-class dev.clew.cli.Clew \
  --java-options "$CLEW_FLAGS -Dclew.home=\$APPDIR -Djava.util.logging.config.file=\$APPDIR/logging.properties" \
  >"$target/jpackage.log" 2>&1 || { cat "$target/jpackage.log" >&2; exit 1; }
echo "$target"/clew_*.deb
