package dev.clew.errors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds what the text of an error is about: addresses, hosts, files, objects, settings.
final class Targets {

    private static final int MOST = 6;

    private static final String HOST = "[A-Za-z0-9](?:[\\w-]*[\\w])?(?:\\.[\\w-]+)*";

    /// How a thing is named. Those that stand first tell most.
    private record Form(Target.Kind kind, Pattern pattern) {
        static Form of(Target.Kind kind, String expression) {
            return new Form(kind, Pattern.compile(expression));
        }
    }

    /// A word after which the thing that failed is named.
    private static final String KIND =
            "(?:for user|user|role|resource|database|relation|table|column|topic|queue|bucket|symbol|keyspace|index|container|unit|service|script|index|stream)";

    private static final List<Form> FORMS =
            List.of(
                    Form.of(
                            Target.Kind.PERMISSION,
                            "(?i)cannot ((?:get|list|watch|create|update|patch|delete|deletecollection|impersonate|use|bind|escalate|approve) (?:resource \"?[\\w./-]+\"?|[\\w./-]+(?= in | at )))"),
                    Form.of(
                            Target.Kind.PERMISSION,
                            "(?i)(?:perform(?: action)?:? |required |permission )['\"]?([a-z][\\w.]*(?:[:/.][\\w*]+)+)(?='? permission|'? denied|['\"]*(?:$|[\\s,]))"),
                    Form.of(
                            Target.Kind.OBJECT,
                            "(?i:user) (['\"][\\w.-]+['\"]@['\"][^'\"\\s]+['\"])"),
                    Form.of(
                            Target.Kind.HOST,
                            "\\blookup (?!tcp\\b|udp\\b|failed|address\\b|of\\b)(" + HOST + ")"),
                    Form.of(
                            Target.Kind.HOST,
                            "(?i)(?:resolve host(?:name)?(?: address)?|resolve\\b(?! (?:placeholder|reference|dependenc|module|import|type|symbol|this|the|all)\\w*)|translate host name|unknown host|bad address|server can't find|no such host is known\\.?|getaddrinfo (?:ENOTFOUND|EAI_AGAIN|failed for)|host not found(?: in upstream)?|UnknownHostException|NameResolutionError\\(host=)[: ]*[\"'(]{0,2}("
                                    + HOST
                                    + ")"),
                    Form.of(
                            Target.Kind.HOST,
                            "(?<![\\w.])((?!\\S+(?:Exception|Error|error|gaierror|\\]):)"
                                    + HOST
                                    + "): (?:Name or service not known|Temporary failure in name resolution|Name does not resolve|No address associated)"),
                    Form.of(
                            Target.Kind.VARIABLE,
                            "(?i:environment variables?|env(?:ironment)? ?vars?|env)(?i: not (?:found|set))?[: ]*[\"'`$]{0,2}\\{?([A-Z][A-Z0-9_]{2,})"),
                    Form.of(
                            Target.Kind.VARIABLE,
                            "[\"'`$]{0,2}\\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)[\"'`]?(?:\"| )*(?i:environment variable|is (?:not|un)|not set|must (?:not )?be|is required|is missing|is undefined|missing|unset|: parameter|: unbound|required|setting must)"),
                    Form.of(
                            Target.Kind.VARIABLE,
                            "(?:KeyError: (?:key not found: )?['\"]|placeholder '|: )([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?=['\"]|: (?:parameter|unbound))"),
                    Form.of(
                            Target.Kind.VARIABLE,
                            "for \\w*Settings\\n([A-Za-z_]\\w+)\\n\\s+Field required"),
                    Form.of(
                            Target.Kind.OPTION,
                            "(?i:flag|option|argument|parameter|field|directive|key|property|setting|arguments)(?:s|\\(s\\))?(?: provided but not defined)?[: ]+[\"'`(]{0,2}(--?[\\w][\\w.-]*|[\\w]+(?:[.-][\\w]+)+|(?<=[\"'`])\\w+)"),
                    Form.of(Target.Kind.OPTION, "(?:^|[\\s\"'`])(--[a-z][\\w.-]+)"),
                    Form.of(
                            Target.Kind.IMAGE,
                            "(?i)(?:image|manifest for|pull access denied for)[: ]+[\"'`]?((?!(?:is|was|has|pull|not|layer|and|for|from|to|with|in|of|that|cannot|does)\\b)[\\w.-]+(?::\\d+)?(?:/[\\w.-]+)*(?::[\\w.-]+|@sha256:[0-9a-f]+)?)[\"'`]?"),
                    Form.of(
                            Target.Kind.OBJECT,
                            "assembly ['\"]([^'\",]+)|(?<![\\w/.])(lib[\\w.+-]+\\.so[\\w.]*)"),
                    Form.of(
                            Target.Kind.URL,
                            "\\b([a-z][a-z0-9+.:-]{1,40}://(?:\\[[0-9a-fA-F:.]+\\])?[^\\s\"'<>)\\]}`,;]+)"),
                    Form.of(
                            Target.Kind.ADDRESS,
                            "->(\\[[0-9a-fA-F:]+\\]:\\d{1,5}|[\\d.]+:\\d{1,5}|"
                                    + HOST
                                    + ":\\d{1,5})"),
                    Form.of(
                            Target.Kind.ADDRESS,
                            "(?<![\\w.])(\\[[0-9a-fA-F:.]+\\]:\\d{1,5}|\\d{1,3}(?:\\.\\d{1,3}){3}:\\d{1,5})(?!\\d|->)"),
                    Form.of(
                            Target.Kind.ADDRESS,
                            "(?<![\\w./@-])((?!(?:line|port|code|error|status|pid|exit|signal)\\b)[A-Za-z][\\w-]*(?:\\.[\\w-]+)*:\\d{2,5})(?!\\w|\\.\\w|:\\S)"),
                    Form.of(
                            Target.Kind.ADDRESS,
                            "(?:host=|server at |host |\\()['\"]("
                                    + HOST
                                    + ")['\"],? (?:port[ =]?)?(\\d{1,5})\\b"),
                    Form.of(Target.Kind.ADDRESS, "\\bto (" + HOST + ") port (\\d{1,5})"),
                    Form.of(
                            Target.Kind.ADDRESS,
                            "(?<=^|[\\s(=])(:\\d{2,5})(?=[^\\d\\w.:]|:\\s|$)(?!\\])"),
                    Form.of(
                            Target.Kind.HOST,
                            "(?i)\\bhost(?:name)?(?:=|: ?| )[\"'(]{0,2}((?!is\\b|not\\b|at\\b|name\\b|closed\\b|returned\\b|responded\\b|error\\b|has\\b|on\\b|for\\b|was\\b|to\\b|and\\b|or\\b|operating\\b|this\\b|that\\b|the\\b|a\\b|with\\b|any\\b|mismatch\\b|not\\b|does\\b)"
                                    + HOST
                                    + ")"),
                    Form.of(
                            Target.Kind.HOST,
                            "(?i)\\bserver(?: at)?(?:=|: ?| )(?:[\"'(]{1,2}("
                                    + HOST
                                    + ")|((?=[\\w-]*[.\\d])[\\w-]*[a-z][\\w-]*(?:\\.[a-z0-9][\\w-]*)+))"),
                    Form.of(
                            Target.Kind.HOST,
                            "(?i)(?:connect(?:ed|ion|ing)?|database|broker|redis|endpoint)(?: to| at| with)? [\"'(]?((?=[\\w-]*\\.)[a-z][\\w-]*(?:\\.[a-z][\\w-]*)+)"),
                    Form.of(
                            Target.Kind.ADDRESS,
                            "(?<![\\w.:/])(\\d{1,3}(?:\\.\\d{1,3}){3})(?![\\w.:])"),
                    Form.of(
                            Target.Kind.OBJECT,
                            "\\b((?!(?:file|directory|path|folder|socket|log|key|line|a|the|because|that|when|type|object|id|with|resource)\\b)(?:[A-Za-z][\\w-]*(?:\\.[\\w-]+)*) [\"'][\\w.:/-]+[\"'])(?= (?:is |was |already |not |could |does |has |cannot |exceeded|in namespace)|: the object)"),
                    Form.of(
                            Target.Kind.OBJECT,
                            "(?i:module(?: named)?|package|class|plugin|library|libraries|gem)[: ]+[\"'`]([^\"'`\\n]{1,120})[\"'`]"),
                    Form.of(
                            Target.Kind.OBJECT,
                            "such file -- ([\\w./-]+)|Could not find ([\\w-]+)-\\d[\\w.]* in "),
                    Form.of(Target.Kind.OBJECT, "\\bbackend ([\\w.-]+) has no server"),
                    Form.of(
                            Target.Kind.COMMAND,
                            "(?:exec:? |\\b(?:bash|sh): (?:(?:line )?\\d+: )?)[\"'`]?([\\w./+-]+)[\"'`]?:? (?:executable file not found|not found|command not found|Permission denied|No such file)"),
                    Form.of(Target.Kind.COMMAND, "'([\\w./+-]+)' is not recognized as"),
                    Form.of(
                            Target.Kind.PATH,
                            "[\"'`(]((?:/|[A-Za-z]:\\\\)[^\"'`)\\n]{1,200})[\"'`)]"),
                    Form.of(
                            Target.Kind.PATH,
                            "(?<![\\w:/])(\\.{0,2}/[\\w.@+%-]+(?:/[\\w.@+%-]+)*)"),
                    Form.of(Target.Kind.PATH, "(?<!\\w)([A-Za-z]:\\\\[^\\s:\"'<>|]+)"),
                    Form.of(
                            Target.Kind.PATH,
                            "[\"'`]([\\w./-]+\\.(?:ya?ml|json|conf|cfg|ini|toml|xml|properties|pem|crt|key|jar|so|py|js|sh|sql|db))[\"'`]"),
                    Form.of(
                            Target.Kind.OBJECT,
                            "(?i:" + KIND + ")[: ]+[\"'`]([^\"'`\\n]{1,120})[\"'`]"));

    /// What stands behind the path of a source file where a run-time tells a line of it.
    private static final Pattern AT_LINE =
            Pattern.compile("\"?,? line \\d|\"?:\\d| on line \\d|\\(\\d");

    private static final Set<String> FILES =
            Set.of(
                    "go", "java", "py", "js", "ts", "rb", "rs", "c", "cc", "cpp", "php", "cs", "kt",
                    "h", "mjs", "ex", "scala");

    private Targets() {}

    /// The things named in a text, the most telling first; those of a later link of the chain tell
    /// more than those of an earlier one.
    static List<Target> of(String text) {
        List<Target> found = new ArrayList<>();
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(text);
            int times = 0;
            while (found.size() < MOST && times < 2 && matcher.find()) {
                Target target = target(form, text, matcher);
                if (target != null && found.stream().noneMatch(other -> overlaps(other, target))) {
                    found.add(target);
                    times++;
                }
            }
        }
        found.sort(Comparator.comparing(target -> isResolver(text, target)));
        return found;
    }

    /// What the first group names; where a form has two of an address, they are its host and port.
    private static @Nullable Target target(Form form, String text, Matcher matcher) {
        int named = matcher.start(1) >= 0 ? 1 : 2;
        int from = matcher.start(named);
        int end = matcher.end(named);
        while (end > from && ".,:;/".indexOf(text.charAt(end - 1)) >= 0 && end - from > 1) {
            end--;
        }
        String value = text.substring(from, end);
        if (value.isBlank()
                || (form.kind() == Target.Kind.ADDRESS && isSourceLine(value))
                || (form.kind() == Target.Kind.PATH && isFrame(text, value, end))) {
            return null;
        }
        boolean port =
                form.kind() == Target.Kind.ADDRESS
                        && matcher.groupCount() > 1
                        && matcher.group(2) != null;
        return port
                ? new Target(
                        form.kind(), value + ":" + matcher.group(2), new Span(from, matcher.end(2)))
                : new Target(form.kind(), value, new Span(from, end));
    }

    /// Whether a path is that of the program's own text, of which a run-time names a line.
    private static boolean isFrame(String text, String value, int end) {
        return FILES.contains(value.substring(value.lastIndexOf('.') + 1))
                && AT_LINE.matcher(text).region(end, text.length()).lookingAt();
    }

    private static boolean isSourceLine(String value) {
        int colon = value.lastIndexOf(':');
        int dot = value.lastIndexOf('.', Math.max(0, colon));
        return dot > 0 && FILES.contains(value.substring(dot + 1, Math.max(dot + 1, colon)));
    }

    /// The server that was asked for a name is not what the name was wanted for.
    private static boolean isResolver(String text, Target target) {
        int from = target.span().from();
        return from > 3 && text.startsWith("on ", from - 3) && target.value().endsWith(":53");
    }

    private static boolean overlaps(Target one, Target other) {
        return one.span().from() < other.span().to() && other.span().from() < one.span().to();
    }
}
