package dev.clew.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The usual faults of workloads, each in a snapshot of a cluster that was well before: the thing
/// at fault is named, and nothing else.
class FaultKindsTest {

    @TempDir Path folder;

    /// @param roots what may be named, one of the alternatives of each root: `A|B`
    private record Fault(List<String> roots, Consumer<Shop> make) {}

    private static Map<String, Fault> faults() {
        Map<String, Fault> all = new LinkedHashMap<>();
        FaultTable.fill(
                (name, roots, make) -> all.put(name, new Fault(List.of(roots.split(" ")), make)));
        return all;
    }

    @Test
    void whatIsWellIsQuiet() throws IOException {
        new Shop("shop").write(folder);
        assertThat(roots(folder)).isEmpty();
    }

    @TestFactory
    List<DynamicTest> everyFaultIsNamed() {
        List<DynamicTest> tests = new ArrayList<>();
        faults().forEach((name, fault) ->
                tests.add(DynamicTest.dynamicTest(name, () -> check(name, fault))));
        return tests;
    }

    private void check(String name, Fault fault) throws IOException {
        Shop shop = new Shop("shop");
        fault.make().accept(shop);
        Path of = folder.resolve(name);
        java.nio.file.Files.createDirectories(of);
        shop.write(of);
        Set<String> named = roots(of);
        Set<String> accepted = new TreeSet<>();
        for (String root : fault.roots()) {
            List<String> alternatives = List.of(root.split("\\|"));
            accepted.addAll(alternatives);
            assertThat(named).as(name).containsAnyElementsOf(alternatives);
        }
        assertThat(accepted).as(name).containsAll(named);
    }

    private static Set<String> roots(Path folder) {
        JsonNode json = Run.clew("analyze", "-o", "json", folder.toString()).json();
        Set<String> roots = new TreeSet<>();
        for (JsonNode incident : json.get("incidents")) {
            String severity =
                    Run.finding(json, incident.get("root").asText()).get("severity").asText();
            if (!severity.equals("warning") && !severity.equals("info")) {
                incident.get("rootEntities")
                        .forEach(ref ->
                                roots.add(
                                        ref.get("kind").asText() + "/" + ref.get("name").asText()));
            }
        }
        return roots;
    }
}
