package dev.clew.library;

import dev.clew.match.index.BinaryReader;
import dev.clew.match.index.BinaryWriter;
import dev.clew.model.Severity;
import java.io.IOException;

/// Turns what is known of signatures into bytes and back.
final class SignatureCodec {

    private SignatureCodec() {}

    static byte[] encode(KnownSignature signature) {
        return new BinaryWriter()
                .text(signature.id())
                .text(signature.area())
                .text(signature.title())
                .text(signature.severity().name())
                .text(signature.article())
                .texts(signature.components())
                .bytes();
    }

    static KnownSignature decode(BinaryReader in) throws IOException {
        return new KnownSignature(
                in.text(),
                in.text(),
                in.text(),
                Severity.valueOf(in.text()),
                in.text(),
                in.texts());
    }
}
