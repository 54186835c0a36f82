package dev.clew.serve.http;

import java.util.LinkedHashMap;
import java.util.Map;

/// How often an address may ask: so many at once, and so many a second. For use by several threads.
final class Rates {

    private static final int AT_ONCE = 400;
    private static final double A_SECOND = 100;
    private static final int MOST_ADDRESSES = 10_000;

    private final Map<String, Bucket> buckets =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > MOST_ADDRESSES;
                }
            };

    private static final class Bucket {
        private double left = AT_ONCE;
        private long filled = System.nanoTime();
    }

    /// Whether this one may be served now.
    synchronized boolean admit(String address) {
        Bucket bucket = buckets.computeIfAbsent(address, each -> new Bucket());
        long now = System.nanoTime();
        bucket.left = Math.min(AT_ONCE, bucket.left + (now - bucket.filled) / 1e9 * A_SECOND);
        bucket.filled = now;
        if (bucket.left < 1) {
            return false;
        }
        bucket.left--;
        return true;
    }
}
