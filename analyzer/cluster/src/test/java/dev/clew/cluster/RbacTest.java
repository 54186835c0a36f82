package dev.clew.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// `deploy/rbac.yaml` grants what the catalog asks for, and no more.
class RbacTest {

    private static List<Map<String, Object>> documents() throws IOException {
        return documents("deploy/rbac.yaml");
    }

    private static List<Map<String, Object>> documents(String name) throws IOException {
        Path file = Path.of(System.getProperty("clew.root", ""), name);
        List<Map<String, Object>> documents = new ArrayList<>();
        for (Object each :
                new Load(LoadSettings.builder().build())
                        .loadAllFromString(Files.readString(file))) {
            documents.add(map(each));
        }
        return documents;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object object) {
        return (Map<String, Object>) object;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object object) {
        return (List<Object>) object;
    }

    private static List<Map<String, Object>> rules(String role) throws IOException {
        return documents().stream()
                .filter(document ->
                        document.get("kind").equals("ClusterRole")
                                && map(document.get("metadata")).get("name").equals(role))
                .flatMap(document -> list(document.get("rules")).stream())
                .map(RbacTest::map)
                .toList();
    }

    @Test
    void eventsAreOnlyMade() throws IOException {
        assertThat(documents("deploy/listen-events.yaml").getFirst().get("rules"))
                .isEqualTo(
                        List.of(
                                Map.of(
                                        "apiGroups",
                                        List.of(""),
                                        "resources",
                                        List.of("events"),
                                        "verbs",
                                        List.of("create"))));
    }

    @Test
    void everyListIsGranted() throws IOException {
        List<Map<String, Object>> rules = rules("clew-reader");
        Catalog catalog = new Catalog(Scope.EVERYTHING, "default", Set.of("kube-system"));
        List<Resource> resources = new ArrayList<>(catalog.listings(List.of()).keySet());
        assertThat(resources).hasSizeGreaterThan(14);
        for (Resource resource : resources) {
            assertThat(rules)
                    .as(resource.name())
                    .anyMatch(rule ->
                            list(rule.get("apiGroups")).contains(resource.group())
                                    && list(rule.get("resources")).contains(resource.plural())
                                    && list(rule.get("verbs")).contains("list"));
        }
        assertThat(rules).anyMatch(rule -> list(rule.get("resources")).equals(List.of("pods/log")));
        for (Map<String, Object> rule : rules) {
            for (Object plural : list(rule.get("resources"))) {
                boolean asked =
                        resources.stream().anyMatch(each -> each.plural().equals(plural))
                                || Set.of("pods/log", "configmaps", "*").contains(plural);
                assertThat(asked).as("nobody asks for " + plural).isTrue();
            }
        }
    }

    @Test
    void nothingButReadingIsGranted() throws IOException {
        for (String role : List.of("clew-reader", "clew-helm-releases")) {
            assertThat(rules(role)).isNotEmpty();
            for (Map<String, Object> rule : rules(role)) {
                assertThat(list(rule.get("verbs"))).isSubsetOf("get", "list", "watch");
            }
        }
        assertThat(rules("clew-reader"))
                .noneMatch(rule -> list(rule.get("resources")).contains("secrets"));
        assertThat(documents())
                .filteredOn(document -> document.get("kind").equals("ClusterRoleBinding"))
                .singleElement()
                .satisfies(binding ->
                        assertThat(map(binding.get("roleRef")).get("name"))
                                .isEqualTo("clew-reader"));
    }
}
