package dev.clew.bundle;

import dev.clew.bundle.object.Tree;
import dev.clew.model.Origin;

/// An object of the Kubernetes API as it was read.
///
/// @param kind never empty
/// @param tree all its members
/// @param origin where it stands
/// @param list the list it stands in, the same for all items of one; empty where it stands alone
public record ObjectRead(String kind, Tree tree, Origin origin, String list) {}
