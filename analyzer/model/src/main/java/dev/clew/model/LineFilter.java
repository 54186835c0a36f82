package dev.clew.model;

/// Tells the lines of a log that are worth parsing. The others are only counted.
@FunctionalInterface
public interface LineFilter {

    /// Lets every line through.
    LineFilter EVERY_LINE =
            (bytes, from, to, sink) -> {
                for (int start = from; start < to; ) {
                    int end = LineEnds.next(bytes, start, to);
                    sink.line(start, end > start && bytes[end - 1] == '\r' ? end - 1 : end);
                    start = end + 1;
                }
            };

    /// Hands the lines worth parsing to the sink, in order.
    ///
    /// @param bytes whole lines, in an encoding that keeps ASCII
    void lines(byte[] bytes, int from, int to, LineSink sink);

    /// Receives lines, by their bytes without the line end.
    interface LineSink {
        void line(int from, int to);
    }
}
