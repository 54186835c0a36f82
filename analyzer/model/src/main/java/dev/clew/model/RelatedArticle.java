package dev.clew.model;

/// An article that has to do with a text.
///
/// @param id of the article
/// @param score how much; comparable for one text only
public record RelatedArticle(String id, double score) {}
