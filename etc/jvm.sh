# Sourced by the launchers with $home set to the folder of the installed program. Sets CLEW_JAR and CLEW_FLAGS.
# Inputs are read once and most runs are short: one thread collects garbage, and only the quick compiler is used.
CLEW_FLAGS='-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=4 -XX:-UsePerfData --enable-native-access=ALL-UNNAMED'
for CLEW_JAR in "$home"/lib/clew-cli-*.jar; do :; done
# Java reads arguments and names of files in the charset of the locale: without a locale, or with one that is not
# installed, that is ASCII.
case $(locale charmap 2>/dev/null) in
  UTF-8 | utf8) ;;
  *)
    LC_ALL=C.UTF-8
    export LC_ALL
    ;;
esac
