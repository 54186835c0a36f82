package dev.clew.serve.mcp;

import dev.clew.serve.Trouble;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The arguments of a call. The SDK has held them to the schema; what an agent left out is null
/// there.
record Arguments(Map<String, Object> values) {

    String text(String name) {
        return find(name)
                .orElseThrow(() -> new Trouble(Trouble.Kind.WRONG, "'" + name + "' is missing"));
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(Object::toString);
    }

    int number(String name, int otherwise) {
        return values.get(name) instanceof Number number ? number.intValue() : otherwise;
    }

    boolean is(String name, boolean otherwise) {
        return values.get(name) instanceof Boolean value ? value : otherwise;
    }

    List<String> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
