#!/bin/sh
# Makes the pictures of the README from real runs. Needs Chromium and a build (./mvnw package); CLEW and CLASSES name another one.
set -eu
cd "$(dirname "$0")/../.."
. etc/jdk.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sample=samples/native-routing-cidr
clew=${CLEW:-./clew}
classes=${CLASSES:-analyzer/testkit/target/classes:analyzer/dist/target/clew/lib/*}

picture() { # ADDRESS FILE WIDTH HEIGHT [dark] [phone]
  "$CLEW_JDK/bin/java" -cp "$classes" dev.clew.testkit.browser.Picture "$@"
}

"$clew" analyze -q -o html --lang en "$sample" --out "$work/report.html"
"$clew" analyze -q -o html --lang zh "$sample" --out "$work/zh.html"
picture "file://$work/report.html" docs/images/report.png 1120 1040
picture "file://$work/report.html" docs/images/report-dark.png 1120 1040 dark
picture "file://$work/report.html" docs/images/report-phone.png 390 844 phone
picture "file://$work/zh.html" docs/images/report-zh.png 1120 1040

# The terminal: its colours as classes
escape=$(printf '\033')
{
  cat <<'PAGE'
<!doctype html><html lang="en"><meta charset="utf-8"><title>Terminal</title><style>
body { margin: 0; padding: 26px 30px; background: #12171d; color: #d6dde4; width: max-content; }
pre { margin: 0; font: 14px/1.5 "JetBrains Mono", "DejaVu Sans Mono", monospace; }
.strong { color: #fff; font-weight: 700; } .faint { color: #8793a0; } .command { color: #86d6a0; } .danger { color: #e8b465; }
.found, .warning { color: #f1cf6b; font-weight: 700; } .error { color: #ff8a80; font-weight: 700; } .info { color: #6fd3e3; font-weight: 700; }
.critical { background: #c7303b; color: #fff; font-weight: 700; border-radius: 3px; } .prompt { color: #8793a0; }
</style><pre>
PAGE
  printf '<span class="prompt">$</span> clew analyze %s\n\n' "$sample"
  COLUMNS=104 "$clew" analyze --color always "$sample" |
    sed -e 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g' \
      -e "s/$escape\[1;97;41m/<span class=critical>/g; s/$escape\[1;31m/<span class=error>/g; s/$escape\[1;33m/<span class=found>/g" \
      -e "s/$escape\[1;36m/<span class=info>/g; s/$escape\[1m/<span class=strong>/g; s/$escape\[2m/<span class=faint>/g" \
      -e "s/$escape\[32m/<span class=command>/g; s/$escape\[33m/<span class=danger>/g; s/$escape\[0m/<\/span>/g"
  printf '</pre></html>\n'
} >"$work/terminal.html"
picture "file://$work/terminal.html" docs/images/terminal.png 980 640 whole
