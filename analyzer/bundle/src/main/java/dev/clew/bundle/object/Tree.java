package dev.clew.bundle.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value of a JSON or YAML document, with the place it was read from. Asking for what is not
/// there gives [#NOTHING], so that readers of partial documents need no checks.
public final class Tree {

    /// What is not there.
    public static final Tree NOTHING = new Tree(null, null, null, 0, 0, 0);

    private final @Nullable Map<String, Tree> members;
    private final @Nullable List<Tree> items;
    private final @Nullable String scalar;
    private final int line;
    private final int from;
    private int to;

    private Tree(
            @Nullable Map<String, Tree> members,
            @Nullable List<Tree> items,
            @Nullable String scalar,
            int line,
            int from,
            int to) {
        this.members = members;
        this.items = items;
        this.scalar = scalar;
        this.line = line;
        this.from = from;
        this.to = to;
    }

    static Tree object(int line, int from) {
        return new Tree(new LinkedHashMap<>(), null, null, line, from, from);
    }

    static Tree array(int line, int from) {
        return new Tree(null, new ArrayList<>(), null, line, from, from);
    }

    static Tree scalar(@Nullable String value, int line, int from, int to) {
        return new Tree(null, null, value, line, from, to);
    }

    void put(String name, Tree value) {
        if (members != null) {
            members.putIfAbsent(name, value);
        }
    }

    void add(Tree value) {
        if (items != null) {
            items.add(value);
        }
    }

    void endsAt(int end) {
        to = end;
    }

    /// The member of that name, or [#NOTHING].
    public Tree get(String name) {
        return members == null ? NOTHING : members.getOrDefault(name, NOTHING);
    }

    /// The member at the end of a path of names.
    public Tree at(String... path) {
        Tree tree = this;
        for (String name : path) {
            tree = tree.get(name);
        }
        return tree;
    }

    public Map<String, Tree> members() {
        return members == null ? Map.of() : members;
    }

    public List<Tree> items() {
        return items == null ? List.of() : items;
    }

    /// The text of a scalar; null for null, objects, arrays and what is not there.
    public @Nullable String text() {
        return scalar;
    }

    /// The text of a scalar, or empty.
    public String orEmpty() {
        return scalar == null ? "" : scalar;
    }

    /// The text of the member of that name, or null.
    public @Nullable String text(String name) {
        return get(name).scalar;
    }

    public boolean has(String name) {
        return members != null && members.containsKey(name);
    }

    public boolean isObject() {
        return members != null;
    }

    public boolean isArray() {
        return items != null;
    }

    public boolean isThere() {
        return members != null || items != null || scalar != null;
    }

    /// Line of its first character in the document, counted from 1.
    public int line() {
        return line;
    }

    /// Where in the document its first character stands, counted from 0.
    public int from() {
        return from;
    }

    /// The characters it was read from.
    public String slice(String document) {
        int end = Math.min(to, document.length());
        return from >= end ? "" : document.substring(from, end).stripTrailing();
    }
}
