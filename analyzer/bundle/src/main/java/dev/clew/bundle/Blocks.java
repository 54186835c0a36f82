package dev.clew.bundle;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Memory for stretches of logs that is used again and again, so that reading much of it leaves no
/// garbage behind.
final class Blocks {

    /// Length of a block.
    static final int SIZE = 2 << 20;

    private static final int KEPT = 8;

    private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(KEPT);

    /// A block with anything in it.
    byte[] take() {
        byte[] block = free.poll();
        return block == null ? new byte[SIZE] : block;
    }

    /// Takes back a block that nobody looks at any more.
    void give(byte[] block) {
        free.offer(block);
    }
}
