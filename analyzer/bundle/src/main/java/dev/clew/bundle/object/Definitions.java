package dev.clew.bundle.object;

import dev.clew.model.Entity;
import dev.clew.model.RecordKind;
import java.util.Set;

/// What only says what could be: schemas of custom resources, alert rules, policy templates. Their
/// words name failures that nobody has seen, so they are no evidence; their status and conditions
/// are, and so is an alert that fires.
final class Definitions {

    private static final Set<String> KINDS =
            Set.of(
                    "CustomResourceDefinition",
                    "PrometheusRule",
                    "ConstraintTemplate",
                    "ClusterPolicy",
                    "Policy",
                    "GrafanaDashboard",
                    "VMRule",
                    "ValidatingAdmissionPolicy");

    private final ObjectRecords records;

    Definitions(ObjectRecords records) {
        this.records = records;
    }

    /// Whether the `spec` of objects of that kind defines, rather than asks for, something.
    static boolean isDefinition(String kind) {
        return KINDS.contains(kind);
    }

    /// The kind of an object without one whose `spec` is a definition; empty for others.
    static String guess(Tree spec) {
        if (spec.get("versions").isArray() && spec.at("names", "kind").isThere()) {
            return "CustomResourceDefinition";
        }
        boolean rules =
                spec.get("groups").items().stream().anyMatch(group -> group.get("rules").isArray());
        return rules ? "PrometheusRule" : "";
    }

    /// Takes a tree that is an alert rule, as Prometheus's `/api/v1/rules` and rule files have it,
    /// and hands on its alert if it fires.
    boolean read(Tree rule) {
        boolean expression = rule.has("expr") || rule.has("query");
        String name = rule.has("alert") ? rule.text("alert") : rule.text("name");
        boolean alert = rule.has("alert") || rule.get("alerts").isArray() || rule.has("record");
        if (!expression || !alert) {
            return false;
        }
        if ("firing".equals(rule.text("state"))) {
            records.emit(
                    new Structured(RecordKind.OBJECT)
                            .field("objectKind", "Alert")
                            .field("name", name)
                            .field("state", "firing")
                            .field("message", rule.at("annotations", "summary").text())
                            .in(records, rule, Entity.UNKNOWN, null));
        }
        return true;
    }
}
