package io.multichat.sinks.archive.erase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.multichat.events.Conversation;
import io.multichat.events.InvalidEventException;
import io.multichat.events.erasure.ErasureMarker;
import io.multichat.events.erasure.ParticipantHash;
import io.multichat.sinks.archive.chain.ChainFolder;
import io.multichat.sinks.archive.files.ArchiveDamagedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An erasure, as it is noted in a file of its own beside the chain.
 *
 * @param offset of the command in the transcript
 * @param conversation the conversation of the command
 * @param marker what it erases
 */
record ErasureNote(long offset, Conversation conversation, ErasureMarker marker) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The name of the file. */
    String fileName() {
        return ChainFolder.fileName(offset);
    }

    byte[] encode() throws IOException {
        ObjectNode json = JSON.createObjectNode().put("offset", offset).put("conversation", conversation.key());
        marker.participant().ifPresent(participant -> json.put("participant", participant.hex()));
        return JSON.writeValueAsBytes(json.put("from", marker.from()).put("until", marker.until()));
    }

    static ErasureNote decode(byte[] bytes, Path file) throws ArchiveDamagedException {
        try {
            JsonNode json = JSON.readTree(bytes);
            return new ErasureNote(
                    json.required("offset").longValue(),
                    Conversation.ofKey(json.required("conversation").asText()),
                    new ErasureMarker(
                            Optional.ofNullable(json.get("participant"))
                                    .map(JsonNode::asText)
                                    .map(ParticipantHash::new),
                            json.required("from").longValue(),
                            json.required("until").longValue()));
        } catch (IOException | IllegalArgumentException | InvalidEventException e) {
            // A JSON parser adds the place in the file on a second line.
            String problem = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new ArchiveDamagedException(file + " is not the note of an erasure: " + problem, e);
        }
    }
}
