package dev.clew.author.coverage;

import dev.clew.model.Article;
import dev.clew.model.RecordKind;
import dev.clew.model.Rule;
import dev.clew.packs.PackFolder;
import dev.clew.packs.Problems;
import dev.clew.packs.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A kind of failure, and what its recognition rests on.
///
/// @param versions programs and versions that its wordings are from
record CoveredKind(Rule.Signature signature, Set<String> versions, Set<Proof> proofs) {

    private static final int VERSIONS_SHOWN = 5;

    /// @param article the article of the signature, or empty if there is none
    static CoveredKind of(
            PackFolder.Entry entry, Rule.Signature signature, Optional<Article> article)
            throws IOException {
        Problems known = new Problems();
        List<String> sources =
                YamlFile.read(entry.path(), Files.readString(Path.of(entry.path())), known)
                        .map(map -> map.texts("source"))
                        .orElse(List.of());
        List<String> references =
                article.stream()
                        .flatMap(each -> each.references().stream())
                        .map(Article.Reference::version)
                        .filter(version -> !version.isEmpty())
                        .toList();
        Set<String> versions = new LinkedHashSet<>();
        for (String source : sources) {
            versions.add(source.substring(0, source.indexOf(": ")));
        }
        versions.addAll(references);
        Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
        signature.match().forEach(pattern -> kinds.addAll(pattern.kinds()));
        return new CoveredKind(signature, versions, Proof.of(kinds, sources, references));
    }

    /// The programs and versions in a line, the first few where there are many.
    String programs() {
        String line = String.join("; ", versions.stream().limit(VERSIONS_SHOWN).toList());
        return versions.size() <= VERSIONS_SHOWN
                ? line
                : line + "; " + (versions.size() - VERSIONS_SHOWN) + " more";
    }

    /// Whether its wordings come from nothing but its samples and its article.
    boolean isUnsourced() {
        return proofs.contains(Proof.ARTICLE) || proofs.contains(Proof.MADE_UP);
    }
}
