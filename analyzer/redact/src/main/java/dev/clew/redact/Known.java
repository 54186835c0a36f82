package dev.clew.redact;

import dev.clew.match.literal.LiteralScanner;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Secrets that were seen, to be taken out wherever else they stand, plain or encoded. They are
/// only ever in memory. For use by several threads.
final class Known {

    private static final int MOST = 2000;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 4000;

    private final Map<String, Form> forms = new LinkedHashMap<>();
    private volatile Table table = new Table(List.of(), LiteralScanner.of(List.of()));
    private int secrets;

    /// A way in which a secret is written.
    private record Form(String text, Kind kind, String instead) {}

    private record Table(List<Form> forms, LiteralScanner scanner) {}

    /// Remembers a secret, if it is long and odd enough not to be a word that stands elsewhere for
    /// itself.
    void learn(Kind kind, String value) {
        boolean digit = value.chars().anyMatch(Character::isDigit);
        boolean letter = value.chars().anyMatch(Character::isLetter);
        if (digit && letter && value.length() >= SHORTEST && value.length() <= LONGEST) {
            add(value, kind, kind.mark());
        }
    }

    /// Remembers a name, and what to write instead.
    void rename(String name, String instead) {
        if (name.length() >= LiteralScanner.SHORTEST) {
            add(name, Kind.HOST, instead);
        }
    }

    private synchronized void add(String value, Kind kind, String instead) {
        if (forms.containsKey(value) || secrets >= MOST) {
            return;
        }
        secrets++;
        forms.put(value, new Form(value, kind, instead));
        if (kind != Kind.HOST) {
            for (String form : encoded(value)) {
                forms.putIfAbsent(form, new Form(form, kind, instead));
            }
        }
        List<Form> all = List.copyOf(forms.values());
        table = new Table(all, LiteralScanner.of(all.stream().map(Form::text).toList()));
    }

    /// The ways in which a value stands in URLs, in JSON, and in base64, where what is around it
    /// shifts it by one or two bytes.
    private static List<String> encoded(String value) {
        List<String> all = new ArrayList<>();
        String url = URLEncoder.encode(value, StandardCharsets.ISO_8859_1);
        all.add(url);
        all.add(url.replace("+", "%20"));
        all.add(value.replace("\\", "\\\\").replace("\"", "\\\""));
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int from = shift == 0 ? 0 : shift + 1;
            int to = shifted.length / 3 * 4;
            if (to - from >= SHORTEST) {
                String core = whole.substring(from, to);
                all.add(core);
                all.add(core.replace('+', '-').replace('/', '_'));
            }
        }
        all.removeIf(form -> form.length() < LiteralScanner.SHORTEST || form.equals(value));
        return all;
    }

    boolean isEmpty() {
        return table.forms().isEmpty();
    }

    /// Marks every known secret.
    void find(String line, Spans spans) {
        Table now = table;
        if (now.forms().isEmpty()) {
            return;
        }
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        now.scanner()
                .scan(
                        bytes,
                        0,
                        bytes.length,
                        (literal, position) -> {
                            Form form = now.forms().get(literal);
                            int end = position + form.text().length();
                            if (line.startsWith(form.text(), position)
                                    && stands(line, form, position, end)) {
                                spans.add(position, end, form.kind(), form.instead());
                            }
                            return position + 1;
                        });
    }

    /// A name of a host is not part of a longer word.
    private static boolean stands(String line, Form form, int from, int to) {
        return form.kind() != Kind.HOST
                || ((from == 0 || !isWord(line.charAt(from - 1)))
                        && (to == line.length() || !isWord(line.charAt(to))));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
