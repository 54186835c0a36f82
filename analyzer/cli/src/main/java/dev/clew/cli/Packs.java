package dev.clew.cli;

import dev.clew.library.Library;
import dev.clew.match.JoinedRules;
import dev.clew.match.RuleBook;
import dev.clew.match.RuleSource;
import dev.clew.match.SourcedRules;
import dev.clew.model.Articles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The rules and articles a command works with: the shipped ones and those of `--patterns`.
final class Packs {

    private Packs() {}

    /// The shipped rules and those of folders.
    ///
    /// @param globs by the kind that rules of CRE listen to, names of the inputs they read
    static RuleBook book(List<Path> folders, Map<String, List<String>> globs) {
        try {
            if (folders.isEmpty()) {
                return Shipped.book();
            }
            List<RuleSource> sources = new ArrayList<>();
            sources.add(Shipped.openPack());
            for (Path folder : folders) {
                RuleSource rules = PackCache.open(folder);
                sources.add(globs.isEmpty() ? rules : new SourcedRules(rules, globs));
            }
            return RuleBook.of(new JoinedRules(sources));
        } catch (IOException e) {
            throw new UserError(
                    Exit.NO_INPUT, "the compiled pack can't be opened: " + e.getMessage());
        }
    }

    static Articles articles(List<Path> folders) {
        try {
            return UserArticles.lazily(Shipped.library(), folders);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /// The shipped articles and signatures, and those of the user beside them.
    ///
    /// @param packs folders of packs, with signatures and perhaps articles
    /// @param kbs folders of articles
    static Library library(List<Path> packs, List<Path> kbs) {
        try {
            return UserArticles.over(Shipped.library(), packs, kbs);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private static UserError damaged(IOException e) {
        return new UserError(
                Exit.NO_INPUT, "the knowledge base can't be opened: " + e.getMessage());
    }
}
