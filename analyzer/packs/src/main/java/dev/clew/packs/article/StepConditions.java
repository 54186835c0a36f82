package dev.clew.packs.article;

import dev.clew.model.Applies;
import dev.clew.model.Software;
import dev.clew.model.StepCondition;
import dev.clew.model.VersionRange;
import dev.clew.packs.Code;
import dev.clew.packs.Place;
import dev.clew.packs.Problems;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what stands after `Only if:`: versions, values and facts, joined by commas.
final class StepConditions {

    private static final Pattern VERSION =
            Pattern.compile("^(\\w+) ?((?:[<>]=?|=) ?\\d\\S*(?: (?:[<>]=?|=) ?\\d\\S*)*)$");
    private static final Pattern VALUE = Pattern.compile("^([\\w-]+) (=|!=) (\\S.*)$");
    private static final Pattern SEEN = Pattern.compile("^([\\w-]+) seen$");

    private StepConditions() {}

    static StepCondition read(String text, Place place, Problems problems) {
        Map<Software, VersionRange> ranges = new EnumMap<>(Software.class);
        List<StepCondition.Value> values = new ArrayList<>();
        for (String each : text.split(",\\s*")) {
            String part = each.strip();
            Matcher version = VERSION.matcher(part);
            Optional<Software> software =
                    version.matches() ? Software.of(version.group(1)) : Optional.empty();
            Optional<VersionRange> range =
                    version.matches()
                            ? VersionRange.of(version.group(2).replaceAll("([<>=]) +", "$1"))
                            : Optional.empty();
            Matcher value = VALUE.matcher(part);
            Matcher seen = SEEN.matcher(part);
            if (software.isPresent() && range.isPresent()) {
                ranges.put(software.get(), range.get());
            } else if (value.matches()) {
                values.add(
                        new StepCondition.Value(
                                value.group(1),
                                value.group(2).equals("=")
                                        ? StepCondition.Test.IS
                                        : StepCondition.Test.IS_NOT,
                                List.of(value.group(3).strip().split("\\s+or\\s+"))));
            } else if (seen.matches()) {
                values.add(
                        new StepCondition.Value(seen.group(1), StepCondition.Test.SEEN, List.of()));
            } else {
                problems.error(
                        place,
                        Code.P107,
                        "'"
                                + part
                                + "' is no condition such as: cilium >=1.14, or: platform = EKS or AKS, or: ipam != eni, or: istio seen");
            }
        }
        return new StepCondition(new Applies(ranges), values);
    }
}
