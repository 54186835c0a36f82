package dev.clew.bundle.object;

import dev.clew.bundle.RecordSink;
import dev.clew.bundle.Source;
import dev.clew.model.Entity;
import dev.clew.model.Origin;
import dev.clew.model.RecordKind;
import dev.clew.model.Subject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// Reads secrets: of a Helm release (`sh.helm.release.v1.<name>.v<revision>`, JSON in gzip in
/// base64 in base64, see `pkg/storage/driver/util.go` of Helm) its status; of any other only its
/// name. Values go nowhere.
final class HelmSecrets {

    private static final int LARGEST_RELEASE = 32 << 20;

    private final Source source;

    HelmSecrets(Source source) {
        this.source = source;
    }

    void record(Tree secret, Origin origin, RecordSink sink) {
        String name = secret.at("metadata", "name").orEmpty();
        String namespace = secret.at("metadata", "namespace").text();
        Entity entity = Entity.UNKNOWN.withNamespace(namespace);
        if (!name.startsWith("sh.helm.release.v1.")) {
            Structured fields =
                    new Structured(RecordKind.OBJECT)
                            .field("objectKind", "Secret")
                            .field("name", name)
                            .field("secretType", secret.text("type"))
                            .field("keys", String.join(" ", secret.get("data").members().keySet()));
            Subject subject = name.isEmpty() ? null : new Subject("Secret", namespace, name, null);
            sink.record(
                    fields.in(
                                    source,
                                    origin,
                                    "Secret " + name + " (values not shown)",
                                    entity,
                                    subject)
                            .build());
            return;
        }
        Tree labels = secret.at("metadata", "labels");
        Tree release =
                secret.at("data", "release").text() == null
                        ? Tree.NOTHING
                        : decode(secret.at("data", "release").orEmpty());
        Tree chart = release.at("chart", "metadata");
        String releaseName = Texts.first(release.text("name"), labels.text("name"));
        Structured fields =
                new Structured(RecordKind.RELEASE)
                        .field("name", releaseName)
                        .field(
                                "revision",
                                Texts.first(release.text("version"), labels.text("version")))
                        .field(
                                "status",
                                Texts.first(
                                        release.at("info", "status").text(), labels.text("status")))
                        .field("description", release.at("info", "description").text())
                        .field("chart", chart.text("name"))
                        .field("chartVersion", chart.text("version"))
                        .field("appVersion", chart.text("appVersion"));
        Subject subject =
                releaseName == null ? null : new Subject("Release", namespace, releaseName, null);
        sink.record(
                fields.in(source, origin, "Secret " + name + " (values not shown)", entity, subject)
                        .component("helm")
                        .build());
    }

    private static Tree decode(String data) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(data);
            if (bytes.length < 3 || (bytes[0] & 0xff) != 0x1f) {
                bytes = Base64.getMimeDecoder().decode(bytes);
            }
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                byte[] json = in.readNBytes(LARGEST_RELEASE);
                List<Tree> documents = JsonTrees.read(new String(json, StandardCharsets.UTF_8));
                return Optional.ofNullable(documents.isEmpty() ? null : documents.getFirst())
                        .orElse(Tree.NOTHING);
            }
        } catch (IOException | IllegalArgumentException e) {
            return Tree.NOTHING; // the labels still tell name and status
        }
    }
}
