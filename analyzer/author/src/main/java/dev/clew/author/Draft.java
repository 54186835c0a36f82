package dev.clew.author;

import dev.clew.author.article.Leftovers;
import dev.clew.match.template.Template;
import dev.clew.model.Level;
import dev.clew.model.LogRecord;
import dev.clew.model.RecordKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A signature and its article to begin with, made from a line as it was printed. What only a
/// person can know is left open, and the linter says so.
///
/// @param id of the signature, lower-case words joined by dashes
/// @param area the folder it goes to
/// @param article id of the article it leads to
/// @param record the line as it was read
/// @param samples lines that it shall recognise, unmodified, at least one
public record Draft(
        String id, String area, String article, LogRecord record, List<String> samples) {

    private static final int SHORTEST_PIECE = 4;
    private static final int PIECES = 4;
    private static final int SAMPLES = 3;
    private static final int LONGEST_TITLE = 100;
    private static final String OPEN =
            " the title as a person would say it; role, cause or symptom; how far it reaches; near misses";
    private static final Set<String> FRAME = Set.of("level", "msg", "subsys", "error", "err");

    public Draft {
        samples = samples.stream().limit(SAMPLES).toList();
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("a draft needs a line");
        }
    }

    /// An id made of the first words of the record.
    public static String idFor(LogRecord record) {
        StringBuilder id = new StringBuilder();
        for (String word :
                DraftExpression.words(record.message())
                        .toLowerCase(Locale.ROOT)
                        .split("[^a-z0-9]+", -1)) {
            if (word.length() > 1 && id.length() + word.length() < 50) {
                id.append(id.isEmpty() ? "" : "-").append(word);
            }
        }
        return id.isEmpty() ? "new-signature" : id.toString();
    }

    /// The file of the signature, or empty if the line has no words that would be there each time.
    public Optional<String> signature() {
        List<String> pieces = pieces();
        return pieces.isEmpty() ? Optional.empty() : Optional.of(signature(pieces));
    }

    private String signature(List<String> pieces) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("# ").append(Leftovers.MARK).append(OPEN).append('\n');
        yaml.append("title: ").append(quoted(title())).append('\n');
        yaml.append("severity: ").append(severity(record.level())).append('\n');
        yaml.append("role: cause\n");
        yaml.append("reach: pod\n");
        reads(yaml);
        Optional<String> expression = DraftExpression.of(record.message());
        if (expression.isPresent()) {
            yaml.append("match:\n  regex: ").append(quoted(expression.get())).append('\n');
        } else if (pieces.size() == 1) {
            yaml.append("match: ").append(quoted(pieces.getFirst())).append('\n');
        } else {
            yaml.append("match:\n  all:\n");
            pieces.forEach(piece -> yaml.append("    - ").append(quoted(piece)).append('\n'));
        }
        yaml.append("article: ").append(article).append('\n');
        yaml.append("hits:\n");
        for (String sample : samples) {
            yaml.append("  - |2\n");
            sample.lines()
                    .forEach(line -> yaml.append("    ").append(printable(line)).append('\n'));
        }
        return yaml.toString();
    }

    private void reads(StringBuilder yaml) {
        if (record.kind() == RecordKind.TEXT) {
            return;
        }
        yaml.append("reads: {kinds: [").append(record.kind().word()).append(']');
        if (!record.component().isEmpty()) {
            yaml.append(", components: [").append(record.component()).append(']');
        }
        yaml.append("}\n");
    }

    /// The file of the article, in the form that the linter asks for.
    ///
    /// @param today the day it is written
    public String article(LocalDate today) {
        String sample =
                samples.getFirst()
                        .lines()
                        .map(Draft::printable)
                        .map(line -> line.replace("```", "'''"))
                        .reduce((one, other) -> one + "\n" + other)
                        .orElse("");
        return DraftArticle.of(quoted(title()), sample, today);
    }

    private String title() {
        String said = DraftExpression.words(record.message());
        String words =
                said.isEmpty()
                        ? said
                        : said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
        return words.length() <= LONGEST_TITLE ? words : words.substring(0, LONGEST_TITLE).strip();
    }

    private static String severity(@Nullable Level level) {
        return level == null
                ? "error"
                : switch (level) {
                    case FATAL -> "critical";
                    case ERROR -> "error";
                    case WARN -> "warning";
                    case TRACE, DEBUG, INFO -> "info";
                };
    }

    /// The longest stretches of the record that are the same each time it is printed.
    private List<String> pieces() {
        List<String> all = new ArrayList<>();
        String text = record.text();
        String body = text.contains(record.message()) ? record.message() : text;
        String error = record.value("error");
        collect(body, all);
        if (error != null && !body.contains(error)) {
            collect(error, all);
        }
        if (all.isEmpty()) {
            collect(text, all);
        }
        List<String> longest =
                all.stream()
                        .filter(piece -> all.stream().noneMatch(other -> contains(other, piece)))
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .limit(PIECES)
                        .toList();
        return all.stream().filter(longest::contains).distinct().toList();
    }

    private static boolean contains(String other, String piece) {
        return other.length() > piece.length() && other.contains(piece);
    }

    private static void collect(String text, List<String> pieces) {
        for (Template.Part part : Template.of(text).parts()) {
            if (part instanceof Template.Fixed(String fixed)) {
                for (String piece : fixed.split("[\"\\\\<>\\p{Cntrl}]+|\\s{2,}", -1)) {
                    String trimmed = piece.replaceAll("^[\\s=:,;()\\[\\]{}]+|[\\s=:,;(\\[{]+$", "");
                    if (trimmed.length() >= SHORTEST_PIECE && !FRAME.contains(trimmed)) {
                        pieces.add(trimmed);
                    }
                }
            }
        }
    }

    private static String quoted(String text) {
        return "'" + printable(text).replace("'", "''") + "'";
    }

    /// YAML takes no control characters as they are.
    private static String printable(String text) {
        return text.replace('\t', ' ').replaceAll("[\\p{Cntrl}\\ufeff\\ufffe\\uffff]", "\ufffd");
    }
}
