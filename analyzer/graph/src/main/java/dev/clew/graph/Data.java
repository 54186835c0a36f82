package dev.clew.graph;

import dev.clew.bundle.object.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The members of an object, kept in little room. Asking for what is not there gives [#NOTHING], an
/// empty list or null, so that readers of partial objects need no checks.
public final class Data {

    /// What is not there.
    public static final Data NOTHING = new Data(null, new Object[0]);

    private static final int DEEPEST = 40;
    private static final int LONGEST = 4_000;

    /// Members that tell nothing of how things hang together, and are long.
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "managedFields",
                    "images",
                    "kubectl.kubernetes.io/last-applied-configuration",
                    "openAPIV3Schema",
                    "caBundle",
                    "volumesInUse");

    private final String @Nullable [] names;
    private final Object[] values;

    private Data(String @Nullable [] names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    /// What a tree holds, without what is long and tells nothing here.
    public static Data of(Tree tree) {
        Object value = value(tree, 0);
        return value instanceof Data data ? data : NOTHING;
    }

    private static Object value(Tree tree, int depth) {
        if (depth > DEEPEST) {
            return NOTHING;
        }
        if (tree.isObject()) {
            List<String> names = new ArrayList<>();
            List<Object> values = new ArrayList<>();
            for (Map.Entry<String, Tree> member : tree.members().entrySet()) {
                if (!LEFT_OUT.contains(member.getKey())) {
                    names.add(member.getKey());
                    values.add(value(member.getValue(), depth + 1));
                }
            }
            return new Data(names.toArray(String[]::new), values.toArray());
        }
        if (tree.isArray()) {
            List<Object> values = new ArrayList<>();
            for (Tree item : tree.items()) {
                values.add(value(item, depth + 1));
            }
            return new Data(null, values.toArray());
        }
        String text = tree.text();
        return text == null
                ? NOTHING
                : text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /// The same object with the texts below one of its members left out, their names kept.
    public Data namesOnly(String member) {
        if (names == null) {
            return this;
        }
        Object[] copy = values.clone();
        for (int i = 0; i < copy.length; i++) {
            if (names[i].equals(member) && copy[i] instanceof Data data && data.names != null) {
                Object[] empty = new Object[data.names.length];
                Arrays.fill(empty, "");
                copy[i] = new Data(data.names, empty);
            }
        }
        return new Data(names, copy);
    }

    private @Nullable Object raw(String name) {
        if (names != null) {
            for (int i = 0; i < names.length; i++) {
                if (names[i].equals(name)) {
                    return values[i];
                }
            }
        }
        return null;
    }

    /// The object or list at the end of a path of names, or [#NOTHING].
    public Data at(String... path) {
        Data data = this;
        for (String name : path) {
            data = data.raw(name) instanceof Data next ? next : NOTHING;
        }
        return data;
    }

    /// The text at the end of a path of names, or null.
    public @Nullable String text(String... path) {
        Data data = at(Arrays.copyOf(path, path.length - 1));
        return data.raw(path[path.length - 1]) instanceof String text ? text : null;
    }

    /// The number at the end of a path of names, or `otherwise` where there is none.
    public long number(long otherwise, String... path) {
        String text = text(path);
        if (text == null || text.isEmpty() || text.length() > 18) {
            return otherwise;
        }
        for (int i = text.charAt(0) == '-' && text.length() > 1 ? 1 : 0; i < text.length(); i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return otherwise;
            }
        }
        return Long.parseLong(text);
    }

    /// Whether something stands at the end of a path of names.
    public boolean has(String... path) {
        Data data = at(Arrays.copyOf(path, path.length - 1));
        return data.raw(path[path.length - 1]) != null;
    }

    /// The objects of a list at the end of a path of names.
    public List<Data> items(String... path) {
        Data list = at(path);
        List<Data> items = new ArrayList<>();
        if (list.names == null) {
            for (Object value : list.values) {
                if (value instanceof Data data) {
                    items.add(data);
                }
            }
        }
        return items;
    }

    /// The texts of a list at the end of a path of names.
    public List<String> texts(String... path) {
        Data list = at(path);
        List<String> texts = new ArrayList<>();
        if (list.names == null) {
            for (Object value : list.values) {
                if (value instanceof String text) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    /// The names of the members of an object.
    public List<String> names() {
        return names == null ? List.of() : List.of(names);
    }

    /// The members of an object that are texts.
    public Map<String, String> labels() {
        Map<String, String> labels = new java.util.LinkedHashMap<>();
        for (String name : names()) {
            if (raw(name) instanceof String text) {
                labels.putIfAbsent(name, text);
            }
        }
        return labels;
    }
}
