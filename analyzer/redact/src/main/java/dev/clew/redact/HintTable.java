package dev.clew.redact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds all of many words in a line in one pass, without regard to letter case: the automaton of
/// Aho and Corasick.
final class HintTable {

    private static final int[] NOTHING = {};

    private final byte[] classes = new byte[256];
    private final int width;

    /// By state and class, where the next state's row begins; its complement if words end there.
    private final int[] next;

    private final int[][] found;

    private HintTable(List<String> words) {
        int count = 1;
        int letters = 0;
        for (String word : words) {
            letters += word.length();
            for (int i = 0; i < word.length(); i++) {
                char c = word.charAt(i);
                if (classes[c & 0xff] == 0) {
                    classes[c & 0xff] = (byte) count++;
                }
            }
        }
        for (char c = 'A'; c <= 'Z'; c++) {
            classes[c] = classes[c | 0x20];
        }
        width = count;
        int[] trie = new int[(letters + 1) * width];
        List<int[]> ends = new ArrayList<>(List.of(NOTHING));
        for (int i = 0; i < words.size(); i++) {
            int state = 0;
            for (char c : words.get(i).toCharArray()) {
                int slot = state * width + classes[c & 0xff];
                if (trie[slot] == 0) {
                    trie[slot] = ends.size();
                    ends.add(NOTHING);
                }
                state = trie[slot];
            }
            ends.set(state, joined(ends.get(state), new int[] {i}));
        }
        next = Arrays.copyOf(trie, ends.size() * width);
        found = ends.toArray(new int[0][]);
        link();
        for (int slot = 0; slot < next.length; slot++) {
            int state = next[slot];
            next[slot] = found[state].length > 0 ? ~(state * width) : state * width;
        }
    }

    /// A table of words, of which each character stands for a byte.
    static HintTable of(List<String> words) {
        return new HintTable(words.stream().map(HintTable::lower).toList());
    }

    /// In small letters, as far as they are of ASCII.
    private static String lower(String word) {
        StringBuilder lower = new StringBuilder(word.length());
        word.chars().forEach(c -> lower.append((char) (c < 128 ? Character.toLowerCase(c) : c)));
        return lower.toString();
    }

    private void link() {
        int[] fail = new int[found.length];
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        for (int c = 0; c < width; c++) {
            if (next[c] != 0) {
                queue.add(next[c]);
            }
        }
        while (!queue.isEmpty()) {
            int state = queue.remove();
            found[state] = joined(found[state], found[fail[state]]);
            for (int c = 0; c < width; c++) {
                int slot = state * width + c;
                int back = next[fail[state] * width + c];
                if (next[slot] == 0) {
                    next[slot] = back;
                } else {
                    fail[next[slot]] = back;
                    queue.add(next[slot]);
                }
            }
        }
    }

    private static int[] joined(int[] one, int[] two) {
        int[] all = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, all, one.length, two.length);
        return all;
    }

    /// The state after a byte, or its complement if words end in it; 0 is where a line begins.
    int step(int state, byte b) {
        return next[state + classes[b & 0xff]];
    }

    /// Indices of the words that end in a state.
    int[] found(int state) {
        return found[state / width];
    }
}
