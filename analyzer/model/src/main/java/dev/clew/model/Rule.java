package dev.clew.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a pack holds. The path of its file gives a rule its id and area.
public sealed interface Rule {

    /// What areas begin with whose signatures are in the format of CRE: they are called by the
    /// source that those listen to, `cre.log.nginx`.
    String FOREIGN = "cre.";

    /// Kinds of record that a program writes as it likes.
    Set<RecordKind> LINES = Set.of(RecordKind.LOG, RecordKind.TEXT, RecordKind.COMMAND);

    /// Unique within all packs in use, lower-case words joined by dashes.
    String id();

    /// The folder it stands in, e.g. `cilium-config`.
    String area();

    /// What a record must meet; any one of them is enough.
    List<RecordPattern> match();

    /// The versions it is for.
    Applies applies();

    /// A failure that can be recognised.
    ///
    /// @param title the failure in one line, as a person would say it
    /// @param severity how bad it is where it stands alone
    /// @param role whether it names what broke or what is seen of it
    /// @param generic whether it gives way to any other signature that matches the same record
    /// @param reach how far its effects go when it is a cause
    /// @param across what further records must, or must not, say
    /// @param explains ids of signatures that are symptoms of this one where both are seen
    /// @param supersedes ids of signatures that are dropped where they match the same record as
    ///   this one
    /// @param along ids of signatures that may match this one's sample lines without either
    ///   explaining the other
    /// @param article id of the article that tells what to do
    /// @param hits samples it must match
    /// @param misses samples it must not match
    record Signature(
            String id,
            String area,
            String title,
            Severity severity,
            Role role,
            boolean generic,
            Scope reach,
            List<RecordPattern> match,
            List<CorrelationClause> across,
            Applies applies,
            Set<String> explains,
            Set<String> supersedes,
            Set<String> along,
            String article,
            List<Sample> hits,
            List<Sample> misses)
            implements Rule {
        public Signature {
            match = List.copyOf(match);
            across = List.copyOf(across);
            explains = Set.copyOf(explains);
            supersedes = Set.copyOf(supersedes);
            along = Set.copyOf(along);
            hits = List.copyOf(hits);
            misses = List.copyOf(misses);
        }

        /// The failure in one line, with the words that stand for what is not known.
        @Override
        public String title() {
            return TitleTemplate.fill(title, Map.of());
        }

        /// The title as it is written in the pack: `<name|words>` stands for a value of that name,
        /// and for the words where there is none.
        public String titleTemplate() {
            return title;
        }

        /// The frame that its patterns are parts of; null where each record is a match by itself.
        public CorrelationClause.@Nullable InFrame frame() {
            for (CorrelationClause clause : across) {
                if (clause instanceof CorrelationClause.InFrame frame) {
                    return frame;
                }
            }
            return null;
        }

        /// Whether it was written for another program and is used here as it is. Such a signature
        /// gives way to those of our own.
        public boolean isForeign() {
            return area.startsWith(FOREIGN);
        }

        /// Whether it says no more of a record than another signature that matches the same one. A
        /// rule that was written elsewhere is no reason to leave out what one of ours says.
        public boolean givesWayTo(Signature other) {
            boolean general = isForeign() == other.isForeign() ? generic : isForeign();
            return general && !other.generic();
        }

        /// Whether nothing says that a record it matched is of the program it is for: the record
        /// tells no program, and no other kind of record was asked for.
        public boolean isGuess(LogRecord record) {
            return isForeign()
                    && generic
                    && match.stream()
                            .noneMatch(each ->
                                    each.components().isEmpty()
                                            ? !LINES.contains(record.kind())
                                            : each.components().contains(record.component()));
        }

        /// Whether a record weighs as much as the signature says. Of a rule that was written
        /// elsewhere, only one of the program it is for, which that program does not itself hold
        /// for less than an error.
        public boolean isCertain(LogRecord record) {
            Level level = record.level();
            boolean mild = level != null && level.compareTo(Level.ERROR) < 0;
            return !isForeign() || !mild && !isGuess(record);
        }

        /// The same signature under another title and severity.
        public Signature as(String newTitle, Severity newSeverity) {
            return new Signature(
                    id,
                    area,
                    newTitle,
                    newSeverity,
                    role,
                    generic,
                    reach,
                    match,
                    across,
                    applies,
                    explains,
                    supersedes,
                    along,
                    article,
                    hits,
                    misses);
        }

        /// The same signature, matching by other patterns, of records that are sure to be of the
        /// program it is for.
        public Signature matching(List<RecordPattern> patterns) {
            return new Signature(
                    id,
                    area,
                    title,
                    severity,
                    role,
                    false,
                    reach,
                    patterns,
                    across,
                    applies,
                    explains,
                    supersedes,
                    along,
                    article,
                    hits,
                    misses);
        }

        /// The same signature, explaining these.
        public Signature explaining(Set<String> ids) {
            return new Signature(
                    id,
                    area,
                    title,
                    severity,
                    role,
                    generic,
                    reach,
                    match,
                    across,
                    applies,
                    ids,
                    supersedes,
                    along,
                    article,
                    hits,
                    misses);
        }
    }

    /// A message that looks bad and is not. Records it matches are kept from the signatures.
    ///
    /// @param reason why it does no harm
    /// @param reference where that is said
    /// @param suppresses ids of the signatures it silences; empty for all
    record Benign(
            String id,
            String area,
            String title,
            String reason,
            String reference,
            List<RecordPattern> match,
            Applies applies,
            Set<String> suppresses,
            List<Sample> hits,
            List<Sample> misses)
            implements Rule {
        public Benign {
            match = List.copyOf(match);
            suppresses = Set.copyOf(suppresses);
            hits = List.copyOf(hits);
            misses = List.copyOf(misses);
        }
    }

    /// A line that tells something of the environment. The named groups of its expressions are the
    /// facts; `_` in a name stands for `-`.
    record Fact(
            String id, String area, List<RecordPattern> match, Applies applies, List<Sample> hits)
            implements Rule {
        public Fact {
            match = List.copyOf(match);
            hits = List.copyOf(hits);
        }
    }

    /// Text that proves a rule, read the way an input would be.
    ///
    /// @param lines the text
    /// @param file the name the text would have as a file, or null if that does not matter
    /// @param because why it is a near miss; null for a hit
    record Sample(String lines, @Nullable String file, @Nullable String because) {}
}
