package dev.clew.bundle.object;

import java.util.Map;

/// Adds the plain values below a tree as fields, named by their path: `spec.type`,
/// `status.loadBalancer`. Bounded, so that a large object gives a record of modest size.
final class Scalars {

    private static final int LONGEST = 4000;

    private static final int MOST_SHOWN = 20;

    private final Structured fields;
    private final Shown shown = new Shown("");
    private final long most;
    private long added;

    /// @param most values that become fields
    Scalars(Structured fields, long most) {
        this.fields = fields;
        this.most = most;
    }

    Scalars add(Tree tree, String path) {
        String text = tree.text();
        if (text != null && ++added <= most) {
            String kept = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
            fields.field(path, kept);
            if (added <= MOST_SHOWN && !kept.isBlank()) {
                shown.line(path + ": " + kept.strip(), tree.line());
            }
        }
        for (Map.Entry<String, Tree> member : tree.members().entrySet()) {
            if (!member.getKey().equals("conditions")) {
                add(member.getValue(), path + "." + member.getKey());
            }
        }
        for (int i = 0; i < tree.items().size(); i++) {
            add(tree.items().get(i), path + "." + i);
        }
        return this;
    }

    /// How many values there were no room for.
    long beyond() {
        return Math.max(0, added - most);
    }

    /// The first of them.
    Shown shown() {
        return shown;
    }
}
