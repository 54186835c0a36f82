package dev.clew.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A sample of a rule with what is to be made up in it put in, so that no file holds what looks
/// like a secret of anybody: `{an:20}` letters and digits, `{AN:20}` large letters and digits,
/// `{low:20}` small letters, `{lown:20}` small letters and digits, `{num:20}` digits, `{hex:20}`,
/// `{uuid}`, `{tab}`.
///
/// @param text the sample
/// @param made what was made up in it
public record RuleSample(String text, List<String> made) {

    private static final Pattern SLOT =
            Pattern.compile("\\{(?:(an|AN|low|lown|num|hex):(\\d{1,4})|(uuid|tab))\\}");
    private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";
    private static final String LARGE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public RuleSample {
        made = List.copyOf(made);
    }

    /// Puts something into a sample; the same for the same number.
    public static RuleSample of(String sample, long number) {
        Random random = new Random(number * 31 + sample.hashCode());
        List<String> made = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Matcher slot = SLOT.matcher(sample);
        while (slot.find()) {
            String word = word(slot, random);
            if (!word.isBlank()) {
                made.add(word);
            }
            slot.appendReplacement(text, Matcher.quoteReplacement(word));
        }
        return new RuleSample(slot.appendTail(text).toString(), made);
    }

    private static String word(Matcher slot, Random random) {
        if (slot.group(3) != null) {
            return slot.group(3).equals("tab")
                    ? "\t"
                    : new java.util.UUID(random.nextLong(), random.nextLong()).toString();
        }
        String letters =
                switch (slot.group(1)) {
                    case "an" -> SMALL + LARGE + DIGITS;
                    case "AN" -> LARGE + DIGITS;
                    case "low" -> SMALL;
                    case "lown" -> SMALL + DIGITS;
                    case "num" -> DIGITS;
                    default -> DIGITS + "abcdef";
                };
        int length = Integer.parseInt(slot.group(2));
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            // a digit and a letter of each sort early, as in nearly all that is made by chance
            String from = i % 5 == 3 && letters.contains(DIGITS) ? DIGITS : letters;
            word.append(from.charAt(random.nextInt(from.length())));
        }
        return word.toString();
    }
}
