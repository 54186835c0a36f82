package dev.clew.redact;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Other addresses and names for those of a cluster: the same for the same within a run, and two
/// addresses that share a prefix share one of the same length afterwards, so that subnets and pairs
/// of nodes still compare. Loopback, link-local and unspecified addresses stay, and so does the
/// first part of private ones. Without the key, which is in memory only, there is no way back.
final class Pseudonyms {

    private static final Pattern V4 =
            Pattern.compile(
                    "(?<![\\d.])(\\d{1,3}(?:\\.\\d{1,3}){3})(?:/(\\d{1,2}))?(?![\\d.]*\\d)");
    private static final Pattern V6 =
            Pattern.compile("(?<![\\w:.])([0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})(?![\\w:.])");
    private static final Pattern HOST =
            Pattern.compile(
                    "\"(?:nodeName|kubernetes\\.io/hostname|hostname)\"\\s?:\\s?\"([\\w.-]{4,253})\"|^\\s*(?:nodeName|kubernetes\\.io/hostname): ([\\w.-]{4,253})\\s*$|\"address\":\"([A-Za-z][\\w.-]{3,253})\",\"type\":\"(?:Hostname|InternalDNS|ExternalDNS)\"|\"type\":\"(?:Hostname|InternalDNS|ExternalDNS)\",\"address\":\"([A-Za-z][\\w.-]{3,253})\"");

    private final SecretKeySpec key;

    /// Pseudonyms by that key.
    Pseudonyms(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /// Marks addresses, and takes note of the names of nodes.
    void find(String line, Spans spans, Known known) {
        Matcher host = HOST.matcher(line);
        while (host.find()) {
            for (int group = 1; group <= host.groupCount(); group++) {
                if (host.group(group) != null) {
                    known.rename(host.group(group), name(host.group(group)));
                }
            }
        }
        Matcher four = V4.matcher(line);
        while (four.find()) {
            String other = four(four.group(1), four.group(2));
            if (!other.equals(four.group(1))) {
                spans.add(four.start(1), four.end(1), Kind.ADDRESS, other);
            }
        }
        Matcher six = V6.matcher(line);
        while (six.find()) {
            String text = six.group(1);
            String other =
                    text.contains("::") || text.chars().filter(c -> c == ':').count() == 7
                            ? six(text)
                            : text;
            if (!other.equals(text)) {
                spans.add(six.start(1), six.end(1), Kind.ADDRESS, other);
            }
        }
    }

    /// A mark that is the same for the same value.
    String mark(Kind kind, String value) {
        byte[] text = ("value:" + value).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return "<redacted:"
                + kind.word()
                + "-"
                + HexFormat.of().formatHex(digest(text), 0, 4)
                + ">";
    }

    String name(String host) {
        return "host-"
                + HexFormat.of()
                        .formatHex(
                                digest(
                                        ("host:" + host)
                                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                                0,
                                5);
    }

    String four(String text, @org.jspecify.annotations.Nullable String length) {
        byte[] address = new byte[4];
        String[] parts = text.split("\\.", -1);
        for (int i = 0; i < 4; i++) {
            int part = Integer.parseInt(parts[i]);
            if (part > 255) {
                return text;
            }
            address[i] = (byte) part;
        }
        int kept = keptFour(address);
        if (kept == 32) {
            return text;
        }
        int prefix = length == null ? 32 : Math.min(32, Integer.parseInt(length));
        byte[] other = other(address, kept, hasHostBits(address, prefix) ? 32 : prefix);
        return (other[0] & 0xff)
                + "."
                + (other[1] & 0xff)
                + "."
                + (other[2] & 0xff)
                + "."
                + (other[3] & 0xff);
    }

    private static int keptFour(byte[] address) {
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        return switch (first) {
            case 0, 127, 255 -> 32;
            case 10 -> 8;
            case 100 -> second >= 64 && second < 128 ? 10 : 0;
            case 169 -> second == 254 ? 32 : 0;
            case 172 -> second >= 16 && second < 32 ? 12 : 0;
            case 192 -> second == 168 ? 16 : 0;
            default -> first >= 224 ? 32 : 0;
        };
    }

    private String six(String text) {
        try {
            InetAddress parsed = Inet6Address.ofLiteral(text);
            if (!(parsed instanceof Inet6Address)
                    || parsed.isLoopbackAddress()
                    || parsed.isAnyLocalAddress()
                    || parsed.isLinkLocalAddress()
                    || parsed.isMulticastAddress()) {
                return text;
            }
            byte[] address = parsed.getAddress();
            int kept = (address[0] & 0xfe) == 0xfc ? 8 : 3;
            int used = 128;
            while (used > 64 && !hasHostBits(address, used - 16)) {
                used -= 16; // a prefix written without its length
            }
            return shortened(other(address, kept, used));
        } catch (IllegalArgumentException e) {
            return text; // colons of something else
        }
    }

    private static String shortened(byte[] address) {
        try {
            String whole = InetAddress.getByAddress(address).getHostAddress();
            return whole.replaceFirst("(?:^|:)0(?::0)+(?::|$)", "::");
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are an address", e);
        }
    }

    private static boolean hasHostBits(byte[] address, int prefix) {
        for (int bit = prefix; bit < address.length * 8; bit++) {
            if (bit(address, bit) != 0) {
                return true;
            }
        }
        return false;
    }

    /// Each bit is turned or not by what the bits before it say.
    private byte[] other(byte[] address, int kept, int used) {
        byte[] other = address.clone();
        byte[] prefix = new byte[address.length + 1];
        for (int bit = 0; bit < used; bit++) {
            if (bit >= kept) {
                prefix[address.length] = (byte) bit;
                int turn = digest(prefix)[0] & 1;
                other[bit / 8] ^= (byte) (turn << (7 - bit % 8));
            }
            prefix[bit / 8] |= (byte) (bit(address, bit) << (7 - bit % 8));
        }
        return other;
    }

    private static int bit(byte[] address, int bit) {
        return address[bit / 8] >> (7 - bit % 8) & 1;
    }

    private byte[] digest(byte[] input) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
