package dev.clew.bundle.wrapper;

/// Tells documents in which log stores give out many lines at once from lines that are objects.
public final class Exports {

    /// Pairs of members that stand in an answer of a store, and not together in one line of a log.
    private static final String[][] MARKS = {
        {"\"resourceLogs\":", "\"resource\":"},
        {"\"resultType\":", "\"result\":"},
        {"\"streams\":", "\"values\":"},
        {"\"hits\":", "\"_source\":"},
        {"\"events\":", "\"ingestionTime\":"},
        {"\"events\":", "\"logStreamName\":"},
        {"\"logEvents\":", "\"logStream\":"},
        {"\"results\":", "\"field\":"},
        {"\"results\":", "\"_raw\":"},
        {"\"data\":", "\"attributes\":"},
        {"\"tables\":", "\"rows\":"},
        {"\"entries\":", "\"insertId\":"},
        {"\"frames\":", "\"schema\":"}
    };

    private static final int HEAD = 20_000;

    private Exports() {}

    /// Whether a line is a whole answer of a log store.
    public static boolean isOne(String line) {
        String head = line.length() > HEAD ? line.substring(0, HEAD) : line;
        for (String[] mark : MARKS) {
            int at = head.indexOf(mark[0]);
            if (at >= 0 && head.indexOf(mark[1], at) > 0) {
                return true;
            }
        }
        return false;
    }
}
