package dev.clew.cluster;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/// Reads lists page by page and object by object, so that no list is ever in memory as a whole.
final class Lister {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApiReader api;
    private final Bounds bounds;
    private final Quota quota;

    Lister(ApiReader api, Bounds bounds, Quota quota) {
        this.api = api;
        this.bounds = bounds;
        this.quota = quota;
    }

    /// Writes all objects of a list to a file.
    ///
    /// @param tap sees each object before it is written
    Outcome list(Read.Listing listing, ListFile file, Consumer<JsonNode> tap) {
        long objectsBefore = file.objects();
        long bytesBefore = file.bytes();
        String reason = "";
        try {
            Pages pages = new Pages(listing, file, tap, objectsBefore);
            while (reason.isEmpty() && pages.hasMore()) {
                reason = pages.next();
            }
        } catch (ApiException e) {
            if (file.objects() == objectsBefore) {
                return refused(listing, e);
            }
            reason = "the server answered " + e.status() + " for the next page: " + e.reason();
        } catch (IOException e) {
            if (file.objects() == objectsBefore) {
                return new Outcome.Failed(Failures.brief(e));
            }
            reason = Failures.brief(e);
        }
        long objects = file.objects() - objectsBefore;
        long bytes = file.bytes() - bytesBefore;
        return reason.isEmpty()
                ? new Outcome.Got(objects, bytes)
                : new Outcome.Cut(objects, bytes, reason);
    }

    /// What an answer that is an error means.
    static Outcome refused(Read read, ApiException e) {
        return switch (e.status()) {
            case 401, 403 -> new Outcome.Denied(read.rule(), e.reason());
            case 404, 405 -> new Outcome.Absent(e.reason());
            default -> new Outcome.Failed("the server answered " + e.status() + ": " + e.reason());
        };
    }

    /// The pages of one list.
    private final class Pages {
        private final Read.Listing listing;
        private final ListFile file;
        private final Consumer<JsonNode> tap;
        private final long objectsBefore;
        private String token = "";
        private boolean first = true;
        private boolean expiredBefore;

        Pages(Read.Listing listing, ListFile file, Consumer<JsonNode> tap, long objectsBefore) {
            this.listing = listing;
            this.file = file;
            this.tap = tap;
            this.objectsBefore = objectsBefore;
        }

        boolean hasMore() {
            return first || !token.isEmpty();
        }

        /// Reads the next page.
        ///
        /// @return why the list is to end here, or empty
        String next() throws IOException {
            Read.Listing page = listing.with("limit", String.valueOf(bounds.page()));
            page = first ? page : page.with("continue", token);
            try (InputStream in = api.open(listing, page.uri())) {
                first = false;
                return read(in);
            } catch (ApiException e) {
                // The list has expired meanwhile; the server says how to go on without its past
                if (e.status() == 410 && !e.continueToken().isEmpty() && !expiredBefore) {
                    expiredBefore = true;
                    token = e.continueToken();
                    return "";
                }
                throw e;
            }
        }

        private String read(InputStream in) throws IOException {
            token = "";
            try (JsonParser parser = JSON.createParser(in)) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    throw new IOException("the answer is no list");
                }
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    JsonToken value = parser.nextToken();
                    if (name.equals("items") && value == JsonToken.START_ARRAY) {
                        String reason = items(parser);
                        if (!reason.isEmpty()) {
                            return reason;
                        }
                    } else if (name.equals("metadata") && value == JsonToken.START_OBJECT) {
                        JsonNode metadata = parser.readValueAsTree();
                        token = metadata.path("continue").asText();
                    } else {
                        parser.skipChildren();
                    }
                }
            }
            return "";
        }

        private String items(JsonParser parser) throws IOException {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                if (file.objects() - objectsBefore >= bounds.mostObjects()) {
                    return "more than " + bounds.mostObjects() + " objects";
                }
                JsonNode object = parser.readValueAsTree();
                if (listing.resource().plural().equals("secrets")) {
                    object = metadataOf(object);
                }
                tap.accept(object);
                long before = file.bytes();
                file.add(object);
                if (!quota.take(file.bytes() - before)) {
                    return quota.reason();
                }
            }
            return "";
        }
    }

    /// A secret without what it keeps: servers that do not know how to send metadata only send it
    /// whole.
    private static JsonNode metadataOf(JsonNode secret) {
        ObjectNode plain = JSON.createObjectNode();
        ObjectNode metadata = plain.putObject("metadata");
        for (String field : List.of("name", "namespace", "labels", "creationTimestamp")) {
            if (secret.path("metadata").has(field)) {
                metadata.set(field, secret.path("metadata").get(field));
            }
        }
        return plain;
    }
}
