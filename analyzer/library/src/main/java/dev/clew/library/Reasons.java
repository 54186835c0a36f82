package dev.clew.library;

import dev.clew.library.query.Term;
import dev.clew.library.text.Notions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Says in words why a document was found.
final class Reasons {

    private static final int MOST = 8;

    private Reasons() {}

    static List<String> of(List<Term> terms, Cover cover, int document) {
        Set<String> words = new LinkedHashSet<>();
        Set<String> mended = new LinkedHashSet<>();
        for (int i = 0; i < terms.size() && document >= 0; i++) {
            Term term = terms.get(i);
            if (!cover.has(document, i)) {
                continue;
            }
            String typed = term.typed();
            if (typed == null) {
                words.add(term.text());
            } else if (term.text().charAt(0) != Notions.MARK) {
                mended.add(typed + " → " + term.text());
            } else {
                List<String> forms = Notions.shipped().forms(term.text());
                if (!forms.isEmpty() && !forms.getFirst().equals(typed.toLowerCase(Locale.ROOT))) {
                    mended.add(typed + " = " + forms.getFirst());
                }
            }
        }
        List<String> reasons = new ArrayList<>();
        if (!words.isEmpty()) {
            reasons.add("words: " + String.join(", ", words.stream().limit(MOST).toList()));
        }
        mended.stream().limit(MOST).forEach(reasons::add);
        return reasons;
    }
}
