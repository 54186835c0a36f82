package dev.clew.serve.mcp;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Two streams of messages, one a line. The first ends for its reader only when all requests on it
/// have been answered on the second, so that `… | clew mcp` gets its answers.
final class Conversation {

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(10);

    private final CountDownLatch end = new CountDownLatch(1);
    private final InputStream in;
    private final OutputStream out;
    private int asked;
    private int answered;

    Conversation(InputStream in, OutputStream out) {
        this.in = new Asked(in);
        this.out = new Answered(out);
    }

    InputStream in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    void awaitEnd() throws InterruptedException {
        end.await();
    }

    private synchronized void ask() {
        asked++;
    }

    private synchronized void answer() {
        answered++;
        notifyAll();
    }

    private synchronized void awaitAnswers() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE;
        while (answered < asked && System.nanoTime() < until) {
            TimeUnit.SECONDS.timedWait(this, 1);
        }
    }

    /// Looks for members of messages in a line that comes byte by byte.
    private static final class Line {
        private static final int LONGEST = 64 << 10;
        private final StringBuilder text = new StringBuilder();

        /// The line that this byte ends, or an empty one.
        String add(int c) {
            if (c == '\n') {
                String line = text.toString();
                text.setLength(0);
                return line;
            }
            if (text.length() < LONGEST) {
                text.append((char) c);
            }
            return "";
        }
    }

    private final class Asked extends FilterInputStream {
        private final Line line = new Line();

        Asked(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int from, int most) throws IOException {
            int count = super.read(to, from, most);
            for (int i = from; i < from + count; i++) {
                String whole = line.add(to[i] & 0xff);
                if (whole.contains("\"method\"") && whole.contains("\"id\"")) {
                    ask();
                }
            }
            if (count < 0) {
                try {
                    awaitAnswers();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                end.countDown();
            }
            return count;
        }
    }

    private final class Answered extends FilterOutputStream {
        private final Line line = new Line();

        Answered(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int c) throws IOException {
            write(new byte[] {(byte) c}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
            out.flush();
            for (int i = from; i < from + count; i++) {
                String whole = line.add(bytes[i] & 0xff);
                if (whole.contains("\"id\"")
                        && (whole.contains("\"result\"") || whole.contains("\"error\""))) {
                    answer();
                }
            }
        }
    }
}
