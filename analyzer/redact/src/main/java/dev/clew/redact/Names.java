package dev.clew.redact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Tells by the name of a thing whether a secret stands in it, by the words that the name is made
/// of: `dbPassword`, `DB_PASSWORD` and `db-password` are the same.
///
/// @param strong words that name a secret wherever they stand in a name
/// @param weak words that may name one
/// @param keys words that make a secret of a `key` that follows
/// @param harmless words behind one of the others that tell of something else: `secretName`
record Names(Set<String> strong, Set<String> weak, Set<String> keys, Set<String> harmless) {

    private static final int LONGEST = 200;
    private static final int STEM = 5;
    private static final Set<String> PUBLIC = Set.of("public", "pub");
    private static final Set<String> PUBLIC_KEYS = Set.of("pubkey", "publickey");

    /// How sure a name is.
    enum Strength {
        NONE,
        WEAK,
        STRONG
    }

    Names {
        strong = Set.copyOf(strong);
        weak = Set.copyOf(weak);
        keys = Set.copyOf(keys);
        harmless = Set.copyOf(harmless);
    }

    /// The words to look for in lines.
    List<String> hints() {
        Set<String> all = new HashSet<>(strong);
        all.addAll(weak);
        return all.stream().sorted().toList();
    }

    /// How sure a name is to be that of a secret.
    Strength of(String name) {
        if (name.length() > LONGEST) {
            return Strength.NONE;
        }
        List<String> words = words(name);
        Strength strength = Strength.NONE;
        boolean other = false;
        for (int i = 0; i < words.size(); i++) {
            Strength word = strength(words.get(i), i == 0 ? "" : words.get(i - 1));
            if (word != Strength.NONE) {
                strength = other || word.compareTo(strength) > 0 ? word : strength;
                other = false;
            } else {
                other |= harmless.contains(words.get(i));
            }
        }
        return other ? Strength.NONE : strength;
    }

    private Strength strength(String word, String before) {
        String one =
                word.endsWith("s") && word.length() > 4 && !word.endsWith("ss")
                        ? word.substring(0, word.length() - 1)
                        : word;
        if (strong.contains(one) || strong.contains(word)) {
            return Strength.STRONG;
        }
        if (PUBLIC.contains(before) || PUBLIC_KEYS.contains(one)) {
            return Strength.NONE;
        }
        if (weak.contains(one)) {
            return one.equals("key") && keys.contains(before) ? Strength.STRONG : Strength.WEAK;
        }
        if (harmless.contains(word)) {
            return Strength.NONE;
        }
        for (String stem : strong) {
            if (stem.length() >= STEM ? one.contains(stem) : isEnd(one, stem)) {
                int end = one.indexOf(stem) + stem.length();
                return harmless.contains(one.substring(end)) ? Strength.NONE : Strength.STRONG;
            }
        }
        for (String qualifier : keys) {
            if (one.length() == qualifier.length() + 3 && one.equals(qualifier + "key")) {
                return Strength.STRONG;
            }
        }
        return Strength.NONE;
    }

    /// `rootpw`, `pgpass`; but nothing behind one letter only.
    private static boolean isEnd(String word, String stem) {
        return stem.startsWith("p")
                && stem.length() <= 4
                && !stem.equals("pin")
                && !stem.equals("pat")
                && word.endsWith(stem)
                && word.length() >= stem.length() + 2;
    }

    /// The words of a name, in small letters.
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= name.length(); i++) {
            boolean letter = i < name.length() && Character.isLetter(name.charAt(i));
            boolean hump =
                    letter
                            && i > from
                            && Character.isUpperCase(name.charAt(i))
                            && (Character.isLowerCase(name.charAt(i - 1))
                                    || (i + 1 < name.length()
                                            && Character.isLowerCase(name.charAt(i + 1))
                                            && !isPlural(name, i)));
            if (!letter || hump) {
                if (i > from) {
                    words.add(name.substring(from, i).toLowerCase(Locale.ROOT));
                }
                from = letter ? i : i + 1;
            }
        }
        return joined(words);
    }

    /// Whether the letters before are an abbreviation with an s behind it.
    private static boolean isPlural(String name, int at) {
        return name.charAt(at + 1) == 's'
                && (at + 2 == name.length() || !Character.isLowerCase(name.charAt(at + 2)));
    }

    /// `passWord` is one word.
    private static List<String> joined(List<String> words) {
        List<String> all = new ArrayList<>();
        for (String word : words) {
            if (!all.isEmpty() && all.getLast().equals("pass") && word.startsWith("word")) {
                all.set(all.size() - 1, "pass" + word);
            } else {
                all.add(word);
            }
        }
        return all;
    }
}
