package dev.clew.redact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes out secrets whose name stands in a line above: keys of YAML whose value is a block or
/// stands on its own, items of lists, arguments one on each line, variables with `name` and
/// `value`, columns of tables.
final class FollowingLines {

    private enum State {
        NOTHING,
        VALUE,
        BLOCK,
        ARGUMENT,
        VARIABLE
    }

    private static final Pattern OPEN_KEY =
            Pattern.compile(
                    "^(\\s*)(- )?[\"']?([\\w ./-]{1,100}?)[\"']?\\s*:\\s*(?:[&!]\\S{1,40}\\s*)?([|>][-+]?\\d?)?\\s*(?:#.*)?$");
    private static final Pattern ARGUMENT =
            Pattern.compile("^\\s*(?:- )?[\"']?(--?[\\w.-]{1,60})[\"']?,?\\s*$");
    private static final Pattern NAME =
            Pattern.compile(
                    "^\\s*(?:- )?[\"']?(?:name|key)[\"']?\\s*:\\s*[\"']?([\\w.-]{1,100})[\"']?,?\\s*$");
    private static final Pattern VALUE =
            Pattern.compile("^\\s*(?:- )?[\"']?value[\"']?\\s*:\\s*(?=\\S)");
    private static final Pattern NAMED = Pattern.compile("^[\\w\"'./-]{1,100}\\s*:(?:\\s.*)?$");

    private final Names names;
    private final Learning learning;
    private State state = State.NOTHING;
    private int indent;
    private boolean list;
    private String name = "";
    private String earlier = "";

    FollowingLines(Names names, Learning learning) {
        this.names = names;
        this.learning = learning;
    }

    /// Whether nothing is expected of the next line.
    boolean isIdle() {
        return state == State.NOTHING;
    }

    /// Lets a line pass that begins nothing.
    void pass() {
        earlier = "";
    }

    void find(String line, Spans spans) {
        if (state != State.NOTHING && !line.isBlank()) {
            follow(line, spans);
        }
        if (line.length() <= 400 && !line.isBlank()) {
            begin(line);
        }
    }

    private void follow(String line, Spans spans) {
        int from = 0;
        while (line.charAt(from) <= ' ') {
            from++;
        }
        switch (state) {
            case BLOCK -> {
                if (from > indent) {
                    mark(line, from, line.stripTrailing().length(), spans);
                    return;
                }
                state = State.NOTHING;
            }
            case VALUE -> value(line, from, spans);
            case ARGUMENT -> {
                state = State.NOTHING;
                item(line, line.startsWith("- ", from) ? from + 2 : from, spans);
            }
            case VARIABLE -> {
                state = State.NOTHING;
                Matcher value = VALUE.matcher(line);
                if (value.find()) {
                    if (line.substring(value.end()).strip().matches("[|>][-+]?\\d?")) {
                        state = State.BLOCK;
                        indent = from;
                    } else {
                        item(line, value.end(), spans);
                    }
                }
            }
            case NOTHING -> {}
        }
    }

    private void value(String line, int from, Spans spans) {
        boolean item = line.startsWith("- ", from);
        String body = line.substring(item ? from + 2 : from).strip();
        boolean deeper = from > indent || (item && from == indent);
        if (NAMED.matcher(body).matches() || (!deeper && (body.indexOf(' ') >= 0 || list))) {
            state = State.NOTHING;
            return;
        }
        boolean made = Looks.isMade(unquoted(body)) && !Looks.isPlainName(unquoted(body));
        if (made || (deeper && !item && Keyed.isSecret(unquoted(body), true, false))) {
            item(line, item ? from + 2 : from, spans);
        }
        if (!item) {
            state = State.NOTHING;
        }
        list |= item;
    }

    private static String unquoted(String text) {
        return text.replaceAll("^[\"']|[\"'],?$", "");
    }

    private void item(String line, int from, Spans spans) {
        Value value = Value.at(line, from);
        String text = value.text(line);
        if (!text.startsWith("-") && Keyed.isSecret(text, true, true)) {
            mark(line, value.from(), value.to(), spans);
        }
    }

    private void mark(String line, int from, int to, Spans spans) {
        Kind kind = Keyed.kind(name);
        spans.add(from, to, kind);
        learning.learn(kind, line.substring(from, to));
    }

    private void begin(String line) {
        if (state == State.BLOCK || (state == State.VALUE && list)) {
            return;
        }
        String before = earlier;
        earlier = "";
        int last = line.length() - 1;
        while (last > 0 && line.charAt(last) <= ' ') {
            last--;
        }
        char end = line.charAt(last);
        if (line.contains("value")) {
            Matcher value = VALUE.matcher(line);
            if (value.find()) {
                earlier = Value.at(line, value.end()).text(line);
            }
        }
        Matcher named = line.contains("name") || line.contains("key") ? NAME.matcher(line) : null;
        if (named != null && named.matches()) {
            named(named.group(1), before);
        } else if (":|>-+0123456789".indexOf(end) >= 0 && line.indexOf(':') > 0) {
            key(line);
        } else if (line.indexOf('-') >= 0 && ARGUMENT.matcher(line).matches()) {
            Matcher argument = ARGUMENT.matcher(line);
            if (argument.matches() && names.of(argument.group(1)) != Names.Strength.NONE) {
                state = State.ARGUMENT;
                name = argument.group(1);
            }
        }
    }

    private void named(String variable, String before) {
        Names.Strength strength = names.of(variable);
        if (strength == Names.Strength.NONE || Looks.isPlainName(variable)) {
            return;
        }
        if (!before.isEmpty() && Keyed.isSecret(before, true, true)) {
            learning.learn(Keyed.kind(variable), before);
        }
        state = State.VARIABLE;
        name = variable;
    }

    private void key(String line) {
        Matcher key = OPEN_KEY.matcher(line);
        if (key.matches() && names.of(key.group(3).replace(' ', '_')) == Names.Strength.STRONG) {
            indent = key.group(1).length() + (key.group(2) == null ? 0 : 2);
            name = key.group(3);
            list = false;
            state = key.group(4) == null ? State.VALUE : State.BLOCK;
        }
    }
}
