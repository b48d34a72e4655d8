package io.multichat.sinks.archive.chain;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.text.Rfc3339;
import io.multichat.sinks.archive.segment.SegmentFile;
import java.io.IOException;
import java.util.List;

/** Encodes manifests as JSON objects. */
final class ManifestEncoder {
    /** Format 2 has checkpoints: a reader that does not know them would read replaced files again. */
    static final int FORMAT = 2;

    private static final JsonMapper JSON = new JsonMapper();

    private ManifestEncoder() {}

    static byte[] encode(Manifest manifest) throws IOException {
        ObjectNode json = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("sequence", manifest.sequence())
                .put("kind", manifest.kind().folder())
                .put("topic", manifest.source().topic())
                .put("partition", manifest.source().partition())
                .put("firstOffset", manifest.firstOffset())
                .put("nextOffset", manifest.nextOffset());
        put(json.putArray("files"), manifest.files());
        manifest.checkpoint().ifPresent(state -> put(json.putObject("checkpoint"), state));
        json.put("previousSha256", manifest.previousSha256())
                .put("previousCheckpoint", manifest.previousCheckpoint())
                .put("createdAt", Rfc3339.format(manifest.createdAt()));
        return JSON.writeValueAsBytes(json);
    }

    private static void put(ObjectNode json, ChainState state) {
        put(json.putArray("live"), state.live());
        ArrayNode retired = json.putArray("retired");
        for (RetiredFile file : state.retired()) {
            retired.addObject().put("path", file.path()).put("retiredAt", Rfc3339.format(file.retiredAt()));
        }
    }

    private static void put(ArrayNode json, List<SegmentFile> files) {
        for (SegmentFile file : files) {
            json.addObject()
                    .put("path", file.path())
                    .put("records", file.records())
                    .put("bytes", file.bytes())
                    .put("minSentAt", file.minSentAt())
                    .put("maxSentAt", file.maxSentAt())
                    .put("earliest", file.earliest())
                    .put("latest", file.latest())
                    .put("firstOffset", file.firstOffset())
                    .put("lastOffset", file.lastOffset())
                    .put("sha256", file.sha256());
        }
    }
}
