package dev.clew.bundle.archive;

/// Kinds of packed streams, told by their first bytes, never by their names.
enum Magic {
    GZIP,
    XZ,
    BZIP2,
    ZSTD,
    ZIP,
    TAR,
    SEVEN_ZIP,
    RAR,
    NONE;

    /// Bytes that have to be seen to tell.
    static final int LENGTH = 512;

    static Magic of(byte[] head, int length) {
        if (starts(head, length, 0x1f, 0x8b, 0x08)) {
            return GZIP;
        }
        if (starts(head, length, 0xfd, '7', 'z', 'X', 'Z', 0)) {
            return XZ;
        }
        if (starts(head, length, 'B', 'Z', 'h')
                && length > 9
                && head[3] >= '1'
                && head[3] <= '9'
                && (head[4] == 0x31 || head[4] == 0x17)) {
            return BZIP2;
        }
        if (starts(head, length, 0x28, 0xb5, 0x2f, 0xfd)) {
            return ZSTD;
        }
        if (starts(head, length, 'P', 'K', 3, 4) || starts(head, length, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        if (starts(head, length, '7', 'z', 0xbc, 0xaf, 0x27, 0x1c)) {
            return SEVEN_ZIP;
        }
        if (starts(head, length, 'R', 'a', 'r', '!', 0x1a)) {
            return RAR;
        }
        return isTar(head, length) ? TAR : NONE;
    }

    private static boolean starts(byte[] head, int length, int... bytes) {
        if (length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /// A tar header holds the sum of its own bytes, its eight bytes counted as blanks.
    private static boolean isTar(byte[] head, int length) {
        if (length < LENGTH || head[0] == 0) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += i >= 148 && i < 156 ? ' ' : head[i] & 0xff;
        }
        int stated = 0;
        for (int i = 148; i < 156; i++) {
            if (head[i] >= '0' && head[i] <= '7') {
                stated = stated * 8 + head[i] - '0';
            } else if (head[i] != ' ' && head[i] != 0) {
                return false;
            }
        }
        return sum == stated;
    }
}
