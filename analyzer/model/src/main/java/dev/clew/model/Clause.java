package dev.clew.model;

import java.util.List;

/// What an author asks of a single record. Clauses combine as a tree; a leaf looks at one field.
public sealed interface Clause {

    /// The field a clause looks at unless it names another: all words of the record.
    String WHOLE_TEXT = "text";

    /// The field that holds the record as it stands in the input, with whatever is around its
    /// words.
    String RAW = "raw";

    /// The field contains this text; letter case does not matter.
    record Text(String field, String text) implements Clause {
        public Text {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("empty text");
            }
        }
    }

    /// The field has a part that this regular expression (RE2 syntax, linear time) matches. Its
    /// named groups become values of the finding.
    record Regex(String field, String pattern) implements Clause {}

    /// The field is one of these words; letter case does not matter. An empty word is met by a
    /// field that is absent.
    record In(String field, List<String> words) implements Clause {
        public In {
            words = List.copyOf(words);
        }
    }

    /// The field is a number, duration or amount of at least, or at most, that much. Both sides
    /// need the same unit family.
    record Compare(String field, Bound bound, String amount) implements Clause {}

    /// Which side of the amount a [Compare] accepts; the amount itself is on both.
    enum Bound {
        AT_LEAST,
        AT_MOST
    }

    /// Whether the field has a value that is not empty.
    record Exists(String field, boolean expected) implements Clause {}

    /// A query in the language of jq, put to the record if that is a JSON object, gives something
    /// other than null and false.
    record Jq(String query) implements Clause {}

    /// Every one of these clauses is met.
    record All(List<Clause> clauses) implements Clause {
        public All {
            clauses = List.copyOf(clauses);
        }
    }

    /// At least one of these clauses is met; the first that is gives its captures.
    record Any(List<Clause> clauses) implements Clause {
        public Any {
            clauses = List.copyOf(clauses);
        }
    }

    /// None of these clauses is met.
    record None(List<Clause> clauses) implements Clause {
        public None {
            clauses = List.copyOf(clauses);
        }
    }
}
