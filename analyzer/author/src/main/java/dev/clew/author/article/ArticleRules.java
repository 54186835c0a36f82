package dev.clew.author.article;

import dev.clew.model.Article;
import dev.clew.model.FixStep;
import dev.clew.model.Guide;
import dev.clew.packs.Code;
import dev.clew.packs.Place;
import dev.clew.packs.Problems;
import dev.clew.packs.article.Fence;
import dev.clew.packs.vocabulary.CommandFacts;
import java.util.ArrayList;
import java.util.List;

/// What an article must keep to beside having its sections. Of an article about a fault in the
/// older form nothing else is said.
public final class ArticleRules {

    private ArticleRules() {}

    /// Puts down what is wrong with an article.
    ///
    /// @param path of its file
    /// @param text of its file
    public static void check(
            Article article, String path, String text, CommandFacts facts, Problems problems) {
        PageUnderTest page = new PageUnderTest(article, path, text, problems);
        Leftovers.check(page);
        Guide guide = article.guide();
        if (article.kind() == Article.Kind.FAULT && guide == null) {
            problems.error(
                    Place.of(path),
                    Code.P314,
                    "in the older form: docs/authoring.md tells the sections and the steps");
            return;
        }
        List<Use> uses = new ArrayList<>();
        if (guide != null) {
            uses(guide, article, uses);
            StepRules.check(page, guide);
            ChineseRules.check(page, guide);
            VersionRules.check(page);
            VerifyRules.check(page, guide, facts.kubectl());
        } else {
            for (Fence fence : Fence.commands(article.body())) {
                uses.add(Use.of(fence.section(), fence.step()));
            }
        }
        ShellRules.check(page, uses);
        for (Use use : uses) {
            new KubectlRules(page, use, facts.kubectl()).check();
            if (guide != null) {
                PlatformRules.check(page, use);
            }
            new HelmRules(page, use, uses, facts).check();
        }
    }

    private static void uses(Guide guide, Article article, List<Use> uses) {
        add("Do first", guide.first(), uses);
        article.steps().forEach(step -> add("step " + step.number(), step, uses));
        guide.verify().forEach(step -> add("Verify", step, uses));
    }

    private static void add(String where, FixStep step, List<Use> uses) {
        if (step.command() != null) {
            uses.add(Use.of(where, step));
        }
    }
}
