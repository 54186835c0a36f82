package dev.clew.fleet;

import dev.clew.report.html.Markup;
import dev.clew.report.html.PageFrame;
import dev.clew.report.words.Phrases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/// The page that sums a fleet up, and beside it the reports of the bundles that it leads to.
final class SummaryPage {

    private static final String FILE = "summary.html";
    private static final String PAGES = "pages";

    private static final String TOTALS =
            """
            SELECT count(*), count(DISTINCT cluster), count_if(verdict = 'incidents'),
                count_if(verdict IN ('unreadable', 'failed')), min(date), max(date) FROM bundles\
            """;

    /// `RUN` stands for the first batch of the last run.
    private static final String FRESH =
            """
            SELECT max(severity), max(title), count(DISTINCT cluster), count(DISTINCT bundle),
                array_join(array_sort(collect_set(cilium)), ', '), max(date), max_by(bundle, date)
            FROM all_incidents GROUP BY signature HAVING min(batch) >= 'RUN'
            ORDER BY 3 DESC, 4 DESC, 2 LIMIT 20\
            """;

    private static final String FREQUENT =
            """
            SELECT max(severity), max(title), count(DISTINCT cluster), count(DISTINCT bundle),
                array_join(array_sort(collect_set(cilium)), ', '), max(date), max_by(bundle, date)
            FROM incidents GROUP BY signature ORDER BY 4 DESC, 2 LIMIT 25\
            """;

    private static final String CLUSTERS =
            """
            SELECT b.cluster, b.cilium, b.n, coalesce(i.n, 0), i.title, b.last, i.bundle
            FROM (SELECT cluster, cilium, count(*) n, max(date) last FROM bundles
                  GROUP BY cluster, cilium) b
            LEFT JOIN (SELECT cluster, cilium, sum(n) n, max_by(title, n) title,
                    max_by(bundle, n) bundle
                  FROM (SELECT cluster, cilium, signature, max(title) title,
                          count(DISTINCT bundle) n, max_by(bundle, date) bundle
                        FROM incidents GROUP BY cluster, cilium, signature)
                  GROUP BY cluster, cilium) i
            ON b.cluster <=> i.cluster AND b.cilium <=> i.cilium
            ORDER BY 4 DESC, 1, 2 LIMIT 60\
            """;

    private static final String SPREADING =
            """
            SELECT component, text, clusters, clusters_before, bundles, first_date, bundle
            FROM spreading LIMIT 20\
            """;

    private static final String TREND =
            """
            SELECT date, count(*), count_if(verdict = 'incidents') FROM bundles
            WHERE verdict NOT IN ('unreadable', 'failed')
            GROUP BY date ORDER BY date DESC LIMIT 30\
            """;

    private static final String UNREADABLE =
            """
            SELECT path, reason, date FROM bundles WHERE verdict IN ('unreadable', 'failed')
            ORDER BY date DESC, path LIMIT 20\
            """;

    private final SparkSession spark;
    private final Markup out = new Markup();
    private final Set<String> linked = new TreeSet<>();

    private SummaryPage(SparkSession spark) {
        this.spark = spark;
    }

    /// Writes the page and the reports it leads to.
    static void write(SparkSession spark, Store store) throws IOException {
        List<Commit> commits = store.commits();
        SummaryPage page = new SummaryPage(spark);
        page.body(commits);
        String html = PageFrame.around(page.out.toString(), "A fleet of bundles", Phrases.in("en"));
        page.reports(store);
        store.write(FILE, html.getBytes(StandardCharsets.UTF_8));
    }

    private void body(List<Commit> commits) {
        out.open("div", "class", "report");
        out.open("header", "class", "bar").open("div", "class", "inner");
        out.element("a", "Clew", "class", "brand", "href", "#report");
        out.element("span", "A fleet of bundles", "class", "quiet").close().closeLine();
        out.open("main", "id", "report", "class", "body", "tabindex", "-1");
        totals();
        String run = commits.isEmpty() ? "" : commits.getLast().run();
        if (commits.stream().anyMatch(each -> each.run().compareTo(run) < 0)) {
            incidents("New since the run before", FRESH.replace("RUN", run));
        }
        incidents("Most frequent incidents", FREQUENT);
        trend();
        table(
                "Errors that nobody knows and that spread",
                List.of("Program", "Message", "Clusters, 7 days", "7 before", "Bundles", "Since"),
                SPREADING,
                1);
        table(
                "By cluster and version of Cilium",
                List.of("Cluster", "Cilium", "Bundles", "Incidents", "Most frequent", "Last"),
                CLUSTERS,
                4);
        table("Not readable", List.of("Bundle", "Why", "Date"), UNREADABLE, -1);
        out.closeLine();
        out.closeLine();
    }

    private void totals() {
        Row row = spark.sql(TOTALS).first();
        boolean calm = row.getLong(2) == 0;
        out.open("section", "class", "card verdict " + (calm ? "calm" : "error"));
        out.element(
                "h1", row.getLong(2) + " of " + row.getLong(0) + " bundles show something broken");
        out.open("dl", "class", "facts");
        fact("Clusters", row.get(1));
        fact("From", row.get(4));
        fact("To", row.get(5));
        fact("Not readable", row.get(3));
        out.close().closeLine();
    }

    private void fact(String name, @Nullable Object value) {
        out.open("div").element("dt", name).element("dd", text(value)).close();
    }

    private void incidents(String title, String sql) {
        table(title, List.of("Severity", "What", "Clusters", "Bundles", "Cilium", "Last"), sql, 1);
    }

    /// A table of an answer. Where a column leads to a report, the answer has a bundle more than
    /// there are columns.
    ///
    /// @param link the column whose text leads there, -1 for none
    private void table(String title, List<String> columns, String sql, int link) {
        List<Row> rows = spark.sql(sql).collectAsList();
        if (rows.isEmpty()) {
            return;
        }
        out.open("section", "class", "card");
        out.element("h2", title);
        out.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", title);
        out.open("table").open("thead").open("tr");
        columns.forEach(each -> out.element("th", each, "scope", "col"));
        out.close().close().open("tbody");
        for (Row row : rows) {
            out.open("tr");
            for (int i = 0; i < columns.size(); i++) {
                cell(
                        columns.get(i),
                        text(row.get(i)),
                        i == link ? text(row.get(columns.size())) : "");
            }
            out.close();
        }
        out.close().close().close().closeLine();
    }

    private void cell(String column, String text, String bundle) {
        out.open("td");
        if (column.equals("Severity")) {
            out.element("span", text, "class", "badge " + text);
        } else if (bundle.isEmpty()) {
            out.text(text);
        } else {
            linked.add(bundle);
            out.element("a", text, "href", PAGES + "/" + bundle + ".html");
        }
        out.close();
    }

    /// How many bundles of each day show something broken, and how many there were.
    private void trend() {
        List<Row> days = spark.sql(TREND).collectAsList().reversed();
        if (days.size() < 2) {
            return;
        }
        long most = days.stream().mapToLong(day -> day.getLong(1)).max().orElse(1);
        out.open("section", "class", "card");
        out.element("h2", "Trend");
        out.element(
                "p", "Bundles of each day, and in colour those with incidents", "class", "quiet");
        out.open(
                "svg",
                "viewBox",
                "0 0 " + days.size() * 20 + " 104",
                "role",
                "img",
                "aria-label",
                "Trend",
                "width",
                "100%",
                "height",
                "160",
                "preserveAspectRatio",
                "none");
        for (int i = 0; i < days.size(); i++) {
            Row day = days.get(i);
            bar(i, day.getLong(1), most, "var(--line)", day);
            bar(i, day.getLong(2), most, "var(--error)", day);
        }
        out.close().closeLine();
    }

    private void bar(int place, long value, long most, String colour, Row day) {
        long height = Math.round(100.0 * value / Math.max(1, most));
        out.open(
                "rect",
                "x",
                String.valueOf(place * 20 + 3),
                "y",
                String.valueOf(102 - height),
                "width",
                "14",
                "height",
                String.valueOf(height),
                "fill",
                colour);
        out.element(
                "title",
                day.get(0) + ": " + day.getLong(2) + " of " + day.getLong(1) + " with incidents");
        out.close();
    }

    private void reports(Store store) throws IOException {
        store.files().mkdirs(store.path(PAGES));
        Iterator<Row> rows =
                spark.table("reports")
                        .where(functions.col("bundle").isInCollection(linked))
                        .select("bundle", "page")
                        .toLocalIterator();
        while (rows.hasNext()) {
            Row row = rows.next();
            try (InputStream in =
                    new GZIPInputStream(new ByteArrayInputStream(row.<byte[]>getAs(1)))) {
                store.write(PAGES + "/" + row.getString(0) + ".html", in.readAllBytes());
            }
        }
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
