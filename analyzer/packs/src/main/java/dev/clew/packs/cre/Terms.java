package dev.clew.packs.cre;

import dev.clew.packs.Code;
import dev.clew.packs.yaml.YamlMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The terms that the rules of a file name: conditions that several of them share.
final class Terms {

    private final Map<String, YamlMap.Item> byName = new HashMap<>();

    /// Gathers the terms of all documents of a file.
    static Terms of(List<YamlMap> documents) {
        Terms all = new Terms();
        for (YamlMap document : documents) {
            document.map("terms")
                    .ifPresent(terms ->
                            terms.keys()
                                    .forEach(name -> {
                                        YamlMap.Item item = terms.item(name);
                                        if (item != null && all.byName.put(name, item) != null) {
                                            terms.problems()
                                                    .error(
                                                            terms.place(name),
                                                            Code.P111,
                                                            "the term '"
                                                                    + name
                                                                    + "' stands here twice");
                                        }
                                    }));
        }
        return all;
    }

    /// The term of that name, or null.
    YamlMap.@Nullable Item find(String name) {
        return byName.get(name);
    }
}
