# Sourced by clew and mvnw. Sets CLEW_JDK to the home of a JDK 25 or newer, or to nothing.
# A JDK tells its version in the file `release`, so no JVM is started to find out.
clew_jdk_version() {
  CLEW_JDK_VERSION=0
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 0
  while IFS= read -r clew_line; do
    case $clew_line in
      JAVA_VERSION=*)
        clew_line=${clew_line#JAVA_VERSION=\"}
        clew_line=${clew_line%%[!0-9]*}
        CLEW_JDK_VERSION=${clew_line:-0}
        ;;
    esac
  done <"$1/release"
}

CLEW_JDK=
for clew_home in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /usr/lib/jvm/* \
  /opt/java/* /opt/jdk* "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* \
  /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
  [ -n "$clew_home" ] || continue
  clew_jdk_version "$clew_home"
  if [ "$CLEW_JDK_VERSION" -ge 25 ]; then
    CLEW_JDK=$clew_home
    break
  fi
done
unset clew_home clew_line
