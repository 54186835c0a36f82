package dev.clew.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Measures a search by questions whose answers are known.
///
/// @param cases in the order of the file
public record Relevance(List<Judged> cases) {

    /// How many results of a question are looked at.
    public static final int DEPTH = 10;

    public Relevance {
        cases = List.copyOf(cases);
    }

    /// A question with the article it should give.
    ///
    /// @param line of the file, counted from 1
    /// @param kind what sort of question it is
    public record Case(int line, String kind, String article, String question) {}

    /// What came of a question.
    ///
    /// @param rank of the article, counted from 1; 0 if it is not among the first [#DEPTH]
    /// @param first the article that came first, empty if there was none
    public record Judged(Case asked, int rank, String first) {}

    /// The figures of some questions.
    ///
    /// @param first share with the article in first place
    /// @param third share with the article among the first three
    /// @param reciprocal mean of 1 / rank (MRR)
    public record Figures(int questions, double first, double third, double reciprocal) {}

    /// Reads questions: kind, article, question, separated by tabs; `#` begins a comment.
    ///
    /// @throws IllegalArgumentException naming the line that has another shape
    public static List<Case> read(String text) {
        List<Case> cases = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isBlank() || lines[i].startsWith("#")) {
                continue;
            }
            String[] columns = lines[i].split("\t", 3);
            if (columns.length < 3) {
                throw new IllegalArgumentException(
                        "line " + (i + 1) + " needs kind, article and question, separated by tabs");
            }
            cases.add(new Case(i + 1, columns[0], columns[1], columns[2].strip()));
        }
        return cases;
    }

    /// Asks all questions.
    ///
    /// @param search gives the ids of articles for a question, the best first
    public static Relevance judge(List<Case> cases, Function<String, List<String>> search) {
        List<Judged> judged = new ArrayList<>();
        for (Case each : cases) {
            List<String> ids = search.apply(each.question());
            judged.add(
                    new Judged(
                            each,
                            ids.indexOf(each.article()) + 1,
                            ids.isEmpty() ? "" : ids.getFirst()));
        }
        return new Relevance(judged);
    }

    /// Figures over all questions.
    public Figures figures() {
        return figures(cases);
    }

    /// Figures for each kind of question.
    public Map<String, Figures> figuresByKind() {
        Map<String, List<Judged>> byKind = new TreeMap<>();
        cases.forEach(each ->
                byKind.computeIfAbsent(each.asked().kind(), kind -> new ArrayList<>()).add(each));
        Map<String, Figures> figures = new TreeMap<>();
        byKind.forEach((kind, of) -> figures.put(kind, figures(of)));
        return figures;
    }

    private static Figures figures(List<Judged> cases) {
        double size = Math.max(1, cases.size());
        return new Figures(
                cases.size(),
                cases.stream().filter(each -> each.rank() == 1).count() / size,
                cases.stream().filter(each -> each.rank() >= 1 && each.rank() <= 3).count() / size,
                cases.stream().mapToDouble(each -> each.rank() == 0 ? 0 : 1.0 / each.rank()).sum()
                        / size);
    }

    /// The figures as a table, and the questions whose article did not come first.
    public String table(boolean withMisses) {
        StringBuilder table = new StringBuilder();
        table.append(
                String.format(
                        Locale.ROOT,
                        "%-10s %9s %9s %9s %7s%n",
                        "kind",
                        "questions",
                        "recall@1",
                        "recall@3",
                        "MRR"));
        figuresByKind().forEach((kind, figures) -> row(table, kind, figures));
        row(table, "all", figures());
        if (withMisses) {
            for (Judged each : cases) {
                if (each.rank() != 1) {
                    table.append(
                            String.format(
                                    Locale.ROOT,
                                    "%4d  %s: at %s behind %s: %s%n",
                                    each.asked().line(),
                                    each.asked().article(),
                                    each.rank() == 0 ? "none" : String.valueOf(each.rank()),
                                    each.first(),
                                    each.asked().question()));
                }
            }
        }
        return table.toString();
    }

    private static void row(StringBuilder table, String kind, Figures figures) {
        table.append(
                String.format(
                        Locale.ROOT,
                        "%-10s %9d %9.3f %9.3f %7.3f%n",
                        kind,
                        figures.questions(),
                        figures.first(),
                        figures.third(),
                        figures.reciprocal()));
    }
}
