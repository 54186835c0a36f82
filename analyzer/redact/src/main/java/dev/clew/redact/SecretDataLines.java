package dev.clew.redact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes out what Secrets keep, written over several lines as YAML or JSON. Where the object is not
/// said to be a Secret yet, because `kind` comes after `data`, what can only be base64 is taken
/// out.
final class SecretDataLines {

    private static final Pattern DATA =
            Pattern.compile("^(\\s*)(?:- )?[\"']?(data|stringData)[\"']?\\s*:\\s*[{|]?\\s*$");
    private static final Pattern ENTRY =
            Pattern.compile("^(\\s*)[\"']?[\\w.-]{1,253}[\"']?\\s*:\\s*");
    private static final Pattern KIND =
            Pattern.compile("^\\s*(?:- )?[\"']?kind[\"']?\\s*:\\s*[\"']?(\\w{1,60})[\"']?,?\\s*$");

    private final Learning learning;
    private int indent = -1;
    private boolean plain;
    private int block = -1;
    private boolean listed;
    private String kind = "";

    SecretDataLines(Learning learning) {
        this.learning = learning;
    }

    /// Whether no data go on.
    boolean isIdle() {
        return indent < 0 && block < 0;
    }

    void find(String line, Spans spans) {
        if (indent < 0 && line.indexOf("ata") < 0 && line.indexOf("kind") < 0 && block < 0) {
            reset(line);
            return;
        }
        if (block >= 0 && inBlock(line, spans)) {
            return;
        }
        kind(line);
        Matcher entry = ENTRY.matcher(line);
        boolean isEntry = entry.find();
        if (indent >= 0 && isEntry && entry.group(1).length() > indent) {
            entry(line, entry, spans);
            return;
        }
        Matcher data = DATA.matcher(line);
        if (data.matches()) {
            indent = data.group(1).length();
            plain = data.group(2).equals("stringData");
        } else if (isEntry || line.startsWith("---")) {
            indent = -1;
            reset(line);
        }
    }

    private void reset(String line) {
        if (line.startsWith("---")
                || line.startsWith("apiVersion:")
                || line.startsWith("- apiVersion:")) {
            kind = "";
            listed = false;
        } else if (line.contains("apiVersion") && !listed) {
            kind = "";
        }
    }

    private void kind(String line) {
        if (line.indexOf("kind") < 0) {
            return;
        }
        Matcher named = KIND.matcher(line);
        if (named.matches()) {
            kind = named.group(1);
            listed |= kind.equals("SecretList");
        }
    }

    private boolean isSecret() {
        return listed || kind.equals("Secret");
    }

    private boolean inBlock(String line, Spans spans) {
        String text = line.strip();
        int from = line.indexOf(text);
        if (text.isEmpty()) {
            return true;
        }
        if (from <= block) {
            block = -1;
            return false;
        }
        if (isSecret() || plain || (kind.isEmpty() && text.length() >= 40 && isBase64(text))) {
            spans.add(from, from + text.length(), Kind.SECRET_DATA);
            learning.learn(Kind.SECRET_DATA, text);
        }
        return true;
    }

    private void entry(String line, Matcher entry, Spans spans) {
        Value value = Value.at(line, entry.end());
        String text = value.text(line);
        if (!value.quoted() && text.matches("[|>][-+]?\\d?")) {
            block = entry.group(1).length();
            return;
        }
        if (text.isEmpty() || text.startsWith("<")) {
            return;
        }
        if (plain && !value.quoted()) {
            value = new Value(value.from(), line.stripTrailing().length(), false);
            text = value.text(line);
        }
        boolean known = isSecret();
        boolean open = kind.isEmpty() && isSecretData(text);
        if (plain || known || open) {
            spans.add(value.from(), value.to(), Kind.SECRET_DATA);
            String decoded = plain ? text : Encoded.decoded(stripped(text));
            learning.learn(Kind.SECRET_DATA, decoded.isEmpty() ? text : decoded);
        }
    }

    /// Whether it can only be base64 of something.
    static boolean isSecretData(String text) {
        if (text.length() < 8 || text.length() % 4 != 0 || !isBase64(text)) {
            return false;
        }
        String run = stripped(text);
        return run.startsWith("SDRzS")
                || run.startsWith("H4sI")
                || text.endsWith("=")
                || (text.length() >= 20 && Looks.isTangled(text))
                || !Encoded.decoded(run).isEmpty();
    }

    private static boolean isBase64(String text) {
        return stripped(text).chars().allMatch(c -> Hints.isBase64((char) c));
    }

    static String stripped(String text) {
        return text.replaceFirst("={1,2}$", "");
    }
}
