package dev.clew.author.article;

import dev.clew.model.Article;
import dev.clew.packs.Code;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Every version that the text names is one that a condition or a reference names too, so that it
/// can be checked when something changes.
final class VersionRules {

    private static final Pattern CLAIM =
            Pattern.compile(
                    "\\b(?:since|before|until|up to|from|older than|newer than|as of|to|in)"
                            + " (?:(?:Cilium|Kubernetes|Helm|Linux|kernel|etcd|containerd|CoreDNS|Go|runc)"
                            + " )?v?(\\d{1,2}\\.\\d{1,3})(?:\\.\\d+)?\\b(?![.\\d]*[%×/])(?! (?:seconds|minutes|s|ms|GiB|MiB|GB|MB|%))",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern VERSION = Pattern.compile("\\b(\\d{1,2})\\.(\\d{1,3})\\b");
    private static final Pattern RANGE =
            Pattern.compile("\\b(\\d{1,2})\\.(\\d{1,3})(?:\\.\\d+)? to (?:\\1\\.)(\\d{1,3})\\b");

    private VersionRules() {}

    static void check(PageUnderTest page) {
        Article article = page.article();
        for (Article.Reference reference : article.references()) {
            if (reference.version().isBlank()) {
                page.error(
                        Code.P320,
                        reference.url(),
                        "say the version that the page, or the change in it, is for: version: \"Cilium 1.19\"");
            }
        }
        Set<String> known = known(article);
        Set<String> told = new LinkedHashSet<>();
        for (String line : prose(article.body())) {
            Matcher claim = CLAIM.matcher(line.replaceAll("`[^`]*`", "`"));
            while (claim.find()) {
                if (!known.contains(claim.group(1)) && told.add(claim.group(1))) {
                    page.error(
                            Code.P321,
                            line,
                            "'"
                                    + claim.group()
                                    + "': give it as 'Only if:', or as the version of a reference");
                }
            }
        }
    }

    /// The minors that conditions and references name.
    private static Set<String> known(Article article) {
        List<String> texts = new ArrayList<>();
        article.applies().ranges().values().forEach(range -> texts.add(range.toString()));
        article.steps().forEach(step -> texts.add(step.condition().toString()));
        article.references().forEach(reference -> texts.add(reference.version()));
        Set<String> known = new TreeSet<>();
        for (String text : texts) {
            Matcher version = VERSION.matcher(text);
            while (version.find()) {
                known.add(version.group(1) + "." + version.group(2));
            }
            Matcher range = RANGE.matcher(text);
            while (range.find()) {
                int last = Integer.parseInt(range.group(3));
                for (int minor = Integer.parseInt(range.group(2)); minor <= last; minor++) {
                    known.add(range.group(1) + "." + minor);
                }
            }
        }
        return known;
    }

    /// The lines that are neither in a fence nor a condition.
    private static List<String> prose(String body) {
        List<String> prose = new ArrayList<>();
        boolean fenced = false;
        for (String line : body.split("\n", -1)) {
            boolean fence = line.stripLeading().startsWith("```");
            fenced = fence != fenced;
            if (!fenced && !fence && !line.startsWith("    ") && !line.startsWith("Only if:")) {
                prose.add(line);
            }
        }
        return prose;
    }
}
