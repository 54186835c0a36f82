package dev.clew.model;

/// Tells the lines of a log that are worth parsing. The others are only counted.
@FunctionalInterface
public interface LineFilter {

    /// Lets every line through.
    LineFilter EVERY_LINE =
            (bytes, from, to, sink) -> {
                int start = from;
                for (int i = from; i < to; i++) {
                    if (bytes[i] == '\n') {
                        sink.line(start, i > start && bytes[i - 1] == '\r' ? i - 1 : i);
                        start = i + 1;
                    }
                }
                if (start < to) {
                    sink.line(start, to);
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
