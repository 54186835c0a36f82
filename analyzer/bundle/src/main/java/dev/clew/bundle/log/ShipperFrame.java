package dev.clew.bundle.log;

import dev.clew.bundle.wrapper.Prefixes;
import dev.clew.bundle.wrapper.Shipped;

/// What tools put in front of a line that show lines of several places, see [Prefixes].
final class ShipperFrame {

    private static final int LONGEST_NAME = 700;

    private ShipperFrame() {}

    static Frame.Found read(LogLine line, String text, int start) {
        int name = Scan.words(text, start, "./-");
        if (Scan.isAt(text, name, '=') || name - start > LONGEST_NAME) {
            return Frame.Found.NOTHING; // a pair of logfmt
        }
        Shipped shipped = Prefixes.of(text.substring(start));
        if (shipped == null) {
            return Frame.Found.NOTHING;
        }
        line.shipped(shipped);
        return Frame.Found.WRAPPER;
    }
}
