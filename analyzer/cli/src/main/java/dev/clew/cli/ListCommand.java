package dev.clew.cli;

import dev.clew.match.Asked;
import dev.clew.match.RuleBook;
import dev.clew.model.Role;
import dev.clew.model.Rule;
import dev.clew.model.Software;
import dev.clew.model.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        header = "Lists all signatures by area: area, severity, role, id, title.",
        description =
                "One line each, made for grep. Without --area, lines that begin with # count those of each area.")
final class ListCommand implements Callable<Integer> {

    @Option(names = "--area", paramLabel = "AREA", description = "Only signatures of this area.")
    @Nullable String area;

    @Option(
            names = "--literal",
            paramLabel = "TEXT",
            description = "Only signatures that look for a text with these words.")
    @Nullable String literal;

    @Option(
            names = "--field",
            paramLabel = "NAME",
            description = "Only signatures that read this field.")
    @Nullable String field;

    @Option(
            names = "--for",
            paramLabel = "SOFTWARE[=VERSION]",
            description =
                    "Only signatures that name versions of that software, and hold for this one: cilium=1.14.2.")
    @Nullable String software;

    @Mixin final PatternsOption patterns = new PatternsOption();

    private final Console console;

    ListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Rule.Signature> signatures = signatures(patterns.book());
        if (signatures.isEmpty()) {
            throw new UserError(
                    Exit.USAGE,
                    isOnlyArea()
                            ? "--area: no signature is in area '" + area + "'"
                            : "no signature is like that");
        }
        Map<String, List<Rule.Signature>> areas =
                signatures.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Rule.Signature::area, TreeMap::new, Collectors.toList()));
        areas.values().forEach(this::print);
        if (areas.size() > 1) {
            console.out().println("# " + counts(signatures) + " in " + areas.size() + " areas");
        }
        return Exit.DONE;
    }

    private void print(List<Rule.Signature> ofArea) {
        if (area == null) {
            console.out().println("# " + ofArea.getFirst().area() + ": " + counts(ofArea));
        }
        for (Rule.Signature signature : ofArea) {
            console.out()
                    .printf(
                            "%-18s %-8s %-7s  %-42s  %s%n",
                            signature.area(),
                            signature.severity().word(),
                            signature.role().word(),
                            signature.id(),
                            signature.title());
        }
    }

    private static String counts(List<Rule.Signature> signatures) {
        long causes = signatures.stream().filter(each -> each.role() == Role.CAUSE).count();
        return signatures.size()
                + (signatures.size() == 1 ? " signature, " : " signatures, ")
                + causes
                + (causes == 1 ? " cause" : " causes");
    }

    private boolean isOnlyArea() {
        return literal == null && field == null && software == null;
    }

    private Asked asked() {
        if (software == null) {
            return new Asked(literal, field, null, null);
        }
        String[] parts = software.split("=", 2);
        Software named =
                Software.of(parts[0])
                        .orElseThrow(() ->
                                new UserError(
                                        Exit.USAGE,
                                        "--for: '%s' is none of %s"
                                                .formatted(
                                                        parts[0],
                                                        Arrays.stream(Software.values())
                                                                .map(Software::word)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
        if (parts.length == 1) {
            return new Asked(literal, field, named, null);
        }
        Version version =
                Version.of(parts[1])
                        .orElseThrow(() ->
                                new UserError(
                                        Exit.USAGE, "--for: '" + parts[1] + "' is no version"));
        return new Asked(literal, field, named, version);
    }

    private List<Rule.Signature> signatures(RuleBook book) {
        List<Rule.Signature> signatures = new ArrayList<>();
        book.asked(asked()).stream()
                .forEach(ordinal -> {
                    if (book.rule(ordinal).rule() instanceof Rule.Signature signature
                            && (area == null || signature.area().equals(area))) {
                        signatures.add(signature);
                    }
                });
        signatures.sort(
                Comparator.comparing(Rule.Signature::area).thenComparing(Rule.Signature::id));
        return signatures;
    }
}
