package dev.clew.author.coverage;

import dev.clew.model.RecordKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// How the wordings of a signature were verified.
enum Proof {
    SOURCE("source", "read in the files of the program"),
    REPORT("report", "read in an issue or a pull request, as somebody's program printed it"),
    STATE("state", "none: objects are held against each other, words play no part"),
    MECHANISM("mechanism", "those of the mechanisms of errors, whoever prints them"),
    ARTICLE("article", "the references of the article name the versions"),
    MADE_UP("own", "samples of our own only");

    private static final Pattern FILE =
            Pattern.compile("[\\w-]+\\.\\w{1,5}\\b|\\b[\\w-]+/[\\w-]+/");
    private static final Pattern THREAD =
            Pattern.compile("\\b(?:issues?|pull requests?|discussions?)\\b|[\\w-]+/[\\w.-]+#\\d+");

    private final String word;
    private final String meaning;

    Proof(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    String word() {
        return word;
    }

    String meaning() {
        return meaning;
    }

    /// The ways, as far as what is written down tells.
    ///
    /// @param kinds the kinds of records that the signature reads, empty for all
    /// @param sources the lines under `source` of the signature
    /// @param versions those of the references of its article
    static Set<Proof> of(Set<RecordKind> kinds, List<String> sources, List<String> versions) {
        Set<Proof> proofs = EnumSet.noneOf(Proof.class);
        if (kinds.contains(RecordKind.STATE)) {
            proofs.add(STATE);
        }
        if (kinds.contains(RecordKind.ERROR)) {
            proofs.add(MECHANISM);
        }
        for (String source : sources) {
            String where = source.substring(source.indexOf(": ") + 1);
            boolean thread = THREAD.matcher(where).find();
            if (thread) {
                proofs.add(REPORT);
            }
            if (!thread || FILE.matcher(THREAD.matcher(where).replaceAll("")).find()) {
                proofs.add(SOURCE);
            }
        }
        if (proofs.isEmpty()) {
            proofs.add(versions.isEmpty() ? MADE_UP : ARTICLE);
        }
        return proofs;
    }
}
