package dev.clew.packs.signed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/// Keys of Ed25519, and what is done with them. Public keys are kept as Base64 of their X.509 form,
/// private ones of their PKCS #8 form, each with a line that says what it is.
public final class PackKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "clew private key";
    private static final String PUBLIC = "clew public key";

    private PackKey() {}

    /// The two files of a new pair of keys.
    ///
    /// @param secret text of the private key
    /// @param open text of the public key
    public record Pair(String secret, String open) {}

    /// Makes a pair of keys.
    public static Pair make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            String open = base64(pair.getPublic().getEncoded());
            return new Pair(
                    PRIVATE + "\n" + base64(pair.getPrivate().getEncoded()) + "\n" + open + "\n",
                    PUBLIC + "\n" + open + "\n");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// The public key in the text of either file.
    public static String open(String text) throws PackException {
        var lines = text.strip().lines().map(String::strip).toList();
        boolean secret = lines.getFirst().equals(PRIVATE) && lines.size() == 3;
        boolean open = lines.getFirst().equals(PUBLIC) && lines.size() == 2;
        if (!secret && !open) {
            throw new PackException("that is no key of clew");
        }
        return lines.getLast();
    }

    /// The first part of a checksum of a public key, for people to compare.
    public static String fingerprint(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.ofDelimiter(":").formatHex(digest, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sign(byte[] text, String secret) throws PackException {
        var lines = secret.strip().lines().map(String::strip).toList();
        if (lines.size() != 3 || !lines.getFirst().equals(PRIVATE)) {
            throw new PackException("that is no private key of clew");
        }
        try {
            PrivateKey key =
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(
                                            Base64.getDecoder().decode(lines.get(1))));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new PackException("that is no private key of clew");
        }
    }

    static boolean isSigned(byte[] text, byte[] signed, String open) {
        try {
            PublicKey key =
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePublic(
                                    new X509EncodedKeySpec(Base64.getDecoder().decode(open)));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
