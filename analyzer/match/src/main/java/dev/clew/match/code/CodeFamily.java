package dev.clew.match.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Codes of one kind, and the ways in which texts print them. The order is the order in which
/// meanings are told.
public enum CodeFamily {
    FIB("FIB lookup code", "FIB lookup failed, (?<code>\\d{1,2})\\b"),
    DROP(
            "drop reason",
            "(?:drop \\(|drop_reason_desc\"?:\\s?\"|[rR]eason(?:=|\":|:)\\s?\"?)(?<code>[A-Z][^,)\"\\n]{3,60})"),
    ENVOY(
            "Envoy flag",
            "\"\\s(?:[1-5]\\d\\d|0)\\s(?<code>[A-Z]{2,6}(?:,[A-Z]{2,6}){0,5})\\s",
            "response_?flags\"?[:=]\\s?\"?(?<code>[A-Z]{2,6}(?:,[A-Z]{2,6}){0,5})\\b"),
    GRPC(
            "gRPC code",
            "rpc error: code = (?<code>\\w{2,20})",
            "grpc-status\"?[:=]\\s?\"?(?<code>\\d{1,2})\\b",
            "StatusCode\\.(?<code>[A-Z_]{2,20})\\b"),
    ERRNO(
            "errno",
            "(?:[eE]rrno|os error)[ :=(]{0,3}-?(?<code>\\d{1,3})\\b",
            "\\b(?<code>E[A-Z0-9]{3,15})\\b"),
    SYSTEMD(
            "systemd result",
            "(?:Failed with result|[rR]esult[=:])\\s?'?(?<code>[a-z][a-z-]{5,25})",
            "status=(?<code>\\d{1,3}/[A-Z_]{3,25})\\b"),
    WINDOWS(
            "Windows status",
            "\\b(?<code>0[xX][cC8][0-9a-fA-F]{7})\\b",
            "\"ErrorCode\":(?<code>2\\d{9})\\b"),
    ETCD("etcd error", "etcdserver: (?<code>[a-z][a-z ,':-]{3,70})"),
    HTTP(
            "HTTP status",
            "(?:HTTP/\\d(?:\\.\\d)?\"?\\s|[sS]tatus ?[cC]ode\"?[:=]?\\s?\"?|\"status\":\\s?\"?|[sS]tatus[:=]\\s?|HTTP (?:error|status|response|code) )(?<code>[45]\\d\\d)\\b"),
    KUBELET("reason", "\\b(?<code>[A-Z][a-z]{1,20}[A-Za-z]{0,40})\\b"),
    SCHEDULER("scheduler", "nodes are available: (?<code>[^\\n\"]{3,900})");

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // made by toList(), which can't be changed
    private final List<Pattern> patterns;

    CodeFamily(String label, String... patterns) {
        this.label = label;
        this.patterns = Arrays.stream(patterns).map(Pattern::compile).toList();
    }

    /// The word by which tables name it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What reports call its codes.
    public String label() {
        return label;
    }

    /// The family of that word, or empty if there is none.
    public static Optional<CodeFamily> of(String word) {
        return Arrays.stream(values()).filter(family -> family.word().equals(word)).findFirst();
    }

    /// What may be codes of this family in a text, as they are printed, in the order of the text.
    List<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                found.addAll(parts(matcher.group("code")));
            }
        }
        return List.copyOf(found);
    }

    private List<String> parts(String code) {
        return switch (this) {
            case ENVOY -> List.of(code.split(","));
            case SCHEDULER -> clauses(code);
            default -> List.of(code);
        };
    }

    /// The clauses of a scheduler's message, each without the number of its nodes.
    private static List<String> clauses(String message) {
        List<String> clauses = new ArrayList<>();
        for (String clause : message.split("(?:, |\\. )(?=\\d|preemption)")) {
            clauses.add(clause.replaceFirst("^\\d+ (?:node\\(s\\) )?", "").strip());
        }
        return clauses;
    }

    /// The form of a code by which tables are looked up: two ways of printing one code are one.
    String key(String code) {
        return switch (this) {
            case GRPC, DROP ->
                    code.replace(this == GRPC ? "_" : "\n", "")
                            .replace('_', ' ')
                            .strip()
                            .toLowerCase(Locale.ROOT);
            case WINDOWS ->
                    code.startsWith("0")
                            ? code.toLowerCase(Locale.ROOT)
                            : "0x" + Long.toHexString(Long.parseLong(code));
            case ETCD, SCHEDULER -> code.strip().toLowerCase(Locale.ROOT);
            case FIB, ENVOY, ERRNO, SYSTEMD, HTTP, KUBELET -> code;
        };
    }

    /// Whether a code may be longer than what the table has for it, as a sentence may.
    boolean isSentence() {
        return this == ETCD || this == SCHEDULER;
    }
}
