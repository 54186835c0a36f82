package dev.clew.bundle.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The head of a table as `kubectl get` prints it: names in capitals, each over its column.
final class Columns {

    private static final Set<String> FIRST =
            Set.of(
                    "NAME",
                    "NAMESPACE",
                    "LAST SEEN",
                    "LASTSEEN",
                    "FIRSTSEEN",
                    "FIRST SEEN",
                    "TYPE",
                    "KIND",
                    "POD",
                    "REVISION",
                    "CONTAINER",
                    "CLUSTER",
                    "NODE",
                    "COUNT",
                    "AGE",
                    "REASON",
                    "STATUS",
                    "HOST",
                    "RESOURCE",
                    "READY",
                    "PODNAME",
                    "POD_NAME",
                    "CONTAINER ID",
                    "ENDPOINT");
    private static final Set<String> OTHERS =
            Set.of(
                    "PF",
                    "SYNC STATUS",
                    "HEALTH STATUS",
                    "ENDPOINT STATE",
                    "SECURITY IDENTITY",
                    "MIN AVAILABLE",
                    "MAX UNAVAILABLE",
                    "ALLOWED DISRUPTIONS",
                    "RECLAIM POLICY",
                    "CPU",
                    "MEM",
                    "CONTROLLED BY",
                    "QOS",
                    "IMAGE",
                    "COMMAND",
                    "CREATED",
                    "PORTS",
                    "NAMES",
                    "HEALTH",
                    "TOOK",
                    "ERROR",
                    "ERRORS",
                    "READY",
                    "STATUS",
                    "RESTARTS",
                    "AGE",
                    "IP",
                    "NODE",
                    "NOMINATED NODE",
                    "READINESS GATES",
                    "TYPE",
                    "REASON",
                    "OBJECT",
                    "MESSAGE",
                    "KIND",
                    "SUBOBJECT",
                    "SOURCE",
                    "FIRST SEEN",
                    "FIRSTSEEN",
                    "COUNT",
                    "ROLES",
                    "VERSION",
                    "INTERNAL-IP",
                    "EXTERNAL-IP",
                    "OS-IMAGE",
                    "KERNEL-VERSION",
                    "CONTAINER-RUNTIME",
                    "DESIRED",
                    "CURRENT",
                    "UP-TO-DATE",
                    "AVAILABLE",
                    "NODE SELECTOR",
                    "CONTAINERS",
                    "IMAGES",
                    "SELECTOR",
                    "VOLUME",
                    "CAPACITY",
                    "ACCESS MODES",
                    "STORAGECLASS",
                    "CLUSTER-IP",
                    "PORT(S)",
                    "NAMESPACE",
                    "REVISION",
                    "UPDATED",
                    "CHART",
                    "APP VERSION",
                    "SIGNERNAME",
                    "REQUESTOR",
                    "CONDITION",
                    "REFERENCE",
                    "TARGETS",
                    "MINPODS",
                    "MAXPODS",
                    "REPLICAS",
                    "ENDPOINTS",
                    "PODS",
                    "SERVICE",
                    "LABELS",
                    "NAME",
                    "HOSTS",
                    "ADDRESS",
                    "CLASS",
                    "PROGRAMMED",
                    "ALLOCATED",
                    "PROVISIONER",
                    "CILIUMINTERNALIP",
                    "LASTSEEN",
                    "PHASE",
                    "REQUESTEDDURATION",
                    "DESCRIPTION",
                    "STATE",
                    "ATTEMPT",
                    "POD ID",
                    "CONTAINER ID",
                    "DB SIZE",
                    "IS LEADER",
                    "DISABLED",
                    "CONFLICTING",
                    "IPS AVAILABLE",
                    "ENDPOINT ID",
                    "IDENTITY ID",
                    "IPV4",
                    "IPV6",
                    "COMPLETIONS",
                    "DURATION",
                    "ACTIVE",
                    "LAST SCHEDULE",
                    "SCHEDULE",
                    "SUSPEND",
                    "DATA",
                    "ISSUER",
                    "SECRET");

    /// What consoles put beside the column that a table is sorted by.
    private static final Pattern ARROW = Pattern.compile("[↑↓]");

    /// With one of these over the first of several columns, a table can be of any kind of object.
    private static final Set<String> NAMES = Set.of("NAME", "NAMESPACE");

    private static final Pattern TWO_WORDS =
            Pattern.compile(
                    "\\b(LAST SEEN|FIRST SEEN|NOMINATED NODE|READINESS GATES|NODE SELECTOR|ACCESS"
                            + " MODES|APP VERSION|POD ID|CONTAINER ID|DB SIZE|IS LEADER|IPS"
                            + " AVAILABLE|ENDPOINT ID|IDENTITY ID|ENDPOINT STATE|LAST SCHEDULE|SYNC"
                            + " STATUS|HEALTH STATUS|SECURITY IDENTITY|MIN AVAILABLE|MAX"
                            + " UNAVAILABLE|ALLOWED DISRUPTIONS|RECLAIM POLICY)\\b");
    private static final Pattern SPACED = Pattern.compile("\\S++(?: \\S++)*+");
    private static final Pattern WORD = Pattern.compile("\\S++");
    private static final Pattern AGO = Pattern.compile("(\\d+) \\((\\S+) ago\\)");

    private final List<String> names;
    private final List<Integer> starts;
    private final boolean spaced;

    private Columns(List<String> names, List<Integer> starts, boolean spaced) {
        this.names = names;
        this.starts = starts;
        this.spaced = spaced;
    }

    /// Columns of those names, if a table can have them; the cells of its rows are known.
    static @Nullable Columns named(List<String> heads) {
        List<String> names =
                heads.stream().map(name -> name.toUpperCase(Locale.ROOT).strip()).toList();
        return FIRST.contains(names.getFirst())
                        && names.stream().filter(Columns::isKnown).count() >= 2
                ? new Columns(names, List.of(), false)
                : null;
    }

    private static boolean isKnown(String name) {
        return OTHERS.contains(name) || FIRST.contains(name);
    }

    /// The columns that a line heads, or null if it is no head of a table.
    static @Nullable Columns of(String line) {
        if (line.startsWith("Name\t") || line.startsWith("Namespace\t")) {
            return named(List.of(line.split("\t", -1)));
        }
        String text =
                line.indexOf('↑') < 0 && line.indexOf('↓') < 0
                        ? line
                        : ARROW.matcher(line).replaceAll(" ");
        if (text.length() < 8
                || (text.charAt(0) >= 'a' && text.charAt(0) <= 'z')
                || !text.equals(text.toUpperCase(Locale.ROOT))) {
            return null;
        }
        boolean spaced = text.strip().contains("  ") || text.indexOf('\t') >= 0;
        List<String> names = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        Matcher two = TWO_WORDS.matcher(text);
        String joined = two.replaceAll(match -> match.group().replace(' ', '\u0001'));
        Matcher word =
                (spaced ? SPACED : WORD)
                        .matcher(joined.replace('\t', '\u0002').replace("\u0002", "  "));
        while (word.find()) {
            names.add(word.group().replace('\u0001', ' '));
            starts.add(word.start());
        }
        apart(names, starts);
        long known = names.stream().filter(Columns::isKnown).count();
        boolean named = spaced && NAMES.contains(names.getFirst());
        return names.size() >= 2
                        && FIRST.contains(names.getFirst())
                        && (named || known * 2 >= names.size() && known >= 2)
                ? new Columns(names, starts, spaced)
                : null;
    }

    /// Takes names apart that stand so near to each other that they look like one.
    private static void apart(List<String> names, List<Integer> starts) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            int space = name.indexOf(' ');
            if (space > 0 && !isKnown(name) && isKnown(name.substring(0, space))) {
                names.set(i, name.substring(0, space));
                names.add(i + 1, name.substring(space + 1));
                starts.add(i + 1, starts.get(i) + space + 1);
            }
        }
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /// What a row has below the head of that name, empty where there is no such column.
    ///
    /// @param cells of the row
    String cell(List<String> cells, String name) {
        int at = names.indexOf(name);
        return at < 0 ? "" : cells.get(at);
    }

    int size() {
        return names.size();
    }

    List<String> names() {
        return names;
    }

    /// The cells of a row, one for each column; missing ones are empty. The last one takes the rest
    /// of the line.
    List<String> cells(String row) {
        List<String> aligned = aligned(row);
        return aligned != null ? aligned : split(row);
    }

    private @Nullable List<String> aligned(String row) {
        if (row.indexOf('\t') >= 0 && starts.isEmpty()) {
            List<String> tabs = new ArrayList<>(List.of(row.split("\t", names.size())));
            tabs.replaceAll(String::strip);
            while (tabs.size() < names.size()) {
                tabs.add("");
            }
            return tabs;
        }
        if (!spaced || row.indexOf('\t') >= 0) {
            return null;
        }
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int from = starts.get(i);
            int to = i + 1 < starts.size() ? starts.get(i + 1) : row.length();
            if (from > 0 && from <= row.length() && row.charAt(from - 1) != ' ') {
                return null; // a cell is wider than its head: the page has other columns than its
                // first line says
            }
            cells.add(
                    from >= row.length()
                            ? ""
                            : row.substring(from, Math.max(from, Math.min(to, row.length())))
                                    .strip());
        }
        return cells;
    }

    private List<String> split(String row) {
        String text = row.strip();
        boolean wide = text.contains("  ") || text.indexOf('\t') >= 0;
        String joined = AGO.matcher(text).replaceAll("$1\u0001($2\u0001ago)");
        String[] parts = joined.split(wide ? "\\s{2,}|\t" : "\\s+", names.size());
        List<String> cells = new ArrayList<>();
        for (String part : parts) {
            cells.add(part.replace('\u0001', ' ').strip());
        }
        while (cells.size() < names.size()) {
            cells.add("");
        }
        return cells;
    }
}
