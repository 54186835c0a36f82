package dev.clew.packs.cre;

import dev.clew.model.Article;
import dev.clew.model.Rule;
import dev.clew.packs.Place;

/// A rule in the format of CRE, as a signature and an article of ours.
///
/// @param signature its area is the source that the rule listens to
/// @param place where it stands
public record CreRule(Rule.Signature signature, Article article, Place place) {}
