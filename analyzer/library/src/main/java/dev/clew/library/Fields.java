package dev.clew.library;

import java.util.List;

/// The fields of the index.
final class Fields {

    static final String ARTICLE_ID = "article-id";
    static final String SIGNATURE_ID = "signature-id";

    /// Id of the article that a signature leads to.
    static final String LEADS_TO = "leads-to";

    /// The stored article.
    static final String ARTICLE = "article";

    /// What is kept of a signature.
    static final String SIGNATURE = "signature";

    /// What an article is for.
    static final String KIND = "kind";

    static final String TITLE = "title";
    static final String SUMMARY = "summary";
    static final String KEYWORDS = "keywords";
    static final String LINES = "lines";
    static final String TEXT = "body";
    static final String ZH = "zh";

    /// All words of all fields.
    static final String ALL = "all";

    /// A searchable field and how much a word in it counts.
    record Weighted(String field, float weight) {}

    static final List<Weighted> SEARCHED =
            List.of(
                    new Weighted(TITLE, 4f),
                    new Weighted(KEYWORDS, 3f),
                    new Weighted(ZH, 3f),
                    new Weighted(SUMMARY, 2f),
                    new Weighted(LINES, 1.5f),
                    new Weighted(TEXT, 1f));

    private Fields() {}
}
