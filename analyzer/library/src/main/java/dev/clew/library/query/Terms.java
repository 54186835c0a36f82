package dev.clew.library.query;

import dev.clew.library.text.KnowledgeAnalyzer;
import dev.clew.library.text.StopWords;
import dev.clew.library.text.Token;
import dev.clew.match.template.Template;
import dev.clew.match.template.Variable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads a question: leaves out what varies from print to print and what says nothing, mends what
/// the index does not know.
public final class Terms {

    private static final int MOST = 120;
    private static final int SHORT = 8;
    private static final float PART = 0.45f;
    private static final float JOINED = 1.6f;
    private static final float NOTION = 1.0f;
    private static final float MENDED = 0.85f;

    private final KnowledgeAnalyzer analyzer;
    private final Vocabulary vocabulary;

    public Terms(KnowledgeAnalyzer analyzer, Vocabulary vocabulary) {
        this.analyzer = analyzer;
        this.vocabulary = vocabulary;
    }

    /// The terms of a question, each once.
    public List<Term> of(String question) throws IOException {
        return of(question, true);
    }

    /// The terms of a line that a program printed, each once: its words are as they are meant.
    public List<Term> ofLine(String line) throws IOException {
        return of(line, false);
    }

    private List<Term> of(String question, boolean typed) throws IOException {
        String fixed = withoutVariables(question);
        List<Token> tokens =
                analyzer.terms(fixed).stream()
                        .filter(token -> !StopWords.contains(token.term()))
                        .filter(token -> token.term().length() > 1 || isHan(token))
                        .toList();
        boolean brief = typed && tokens.size() <= 3 * SHORT;
        List<Term> terms = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int place = -1;
        int joinedUntil = -1;
        for (Token token : tokens) {
            place += token.step();
            boolean known = vocabulary.knows(token.term());
            boolean inJoined = token.to() <= joinedUntil;
            switch (token.kind()) {
                case JOINED -> {
                    if (known) {
                        joinedUntil = token.to();
                        add(terms, seen, new Term(token.term(), JOINED, null, -1));
                    } else if (brief) {
                        mend(token, fixed, terms, seen);
                    }
                }
                case NOTION ->
                        add(
                                terms,
                                seen,
                                new Term(
                                        token.term(),
                                        NOTION,
                                        fixed.substring(token.from(), token.to()),
                                        -1));
                case HAN, WORD, PART -> {
                    float weight = inJoined ? PART : 1;
                    if (known) {
                        add(terms, seen, new Term(token.term(), weight, null, place));
                    } else if (brief && token.kind() != Token.Kind.HAN) {
                        mend(token, fixed, terms, seen);
                    }
                }
            }
            if (terms.size() >= MOST) {
                break;
            }
        }
        return terms;
    }

    private void mend(Token token, String text, List<Term> terms, Set<String> seen)
            throws IOException {
        String typed = text.substring(token.from(), token.to());
        for (Vocabulary.Similar similar : vocabulary.similar(token.term())) {
            add(terms, seen, new Term(similar.term(), MENDED * similar.likeness(), typed, -1));
        }
    }

    private static void add(List<Term> terms, Set<String> seen, Term term) {
        if (seen.add(term.text())) {
            terms.add(term);
        }
    }

    private static boolean isHan(Token token) {
        return token.kind() == Token.Kind.HAN;
    }

    /// The text with blanks for what differs from print to print. Numbers stay where they may be
    /// the point: those of three to five digits, which are ports and codes, and all in a question
    /// of a few words.
    private static String withoutVariables(String text) {
        boolean brief = text.length() < 60;
        StringBuilder fixed = new StringBuilder();
        for (Template.Part part : Template.of(text).parts()) {
            boolean kept =
                    switch (part) {
                        case Template.Fixed each -> true;
                        case Template.Varying(String word, Variable kind) ->
                                kind == Variable.NUMBER && (brief || word.matches("\\d{3,5}"));
                    };
            fixed.append(kept ? part.text() : " ".repeat(part.text().length()));
        }
        return fixed.toString();
    }
}
