package io.multichat.formats.zulip;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.Sender;
import io.multichat.formats.ChatFile;
import io.multichat.formats.json.JsonDocument;
import io.multichat.formats.json.JsonFields;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names in {@code realm.json}. Memory grows with the number of people and channels, not with that of messages. */
final class ZulipNames {
    static final String FILE = "realm.json";

    private final Map<String, Sender> users = new HashMap<>();
    private final Map<String, String> streams = new HashMap<>();
    private final Map<String, Recipient> recipients = new HashMap<>();
    private boolean incomplete;

    /**
     * Who receives a message.
     *
     * @param type 1 for a person, 2 for a channel, 3 for a group
     * @param id the id of the person, channel or group
     */
    record Recipient(String type, String id) {}

    void read(ChatFile file) throws IOException {
        new JsonDocument()
                .on("zerver_userprofile[]", element -> element.value().ifPresent(this::user))
                .on(
                        "zerver_userprofile_crossrealm[]",
                        element -> element.value().ifPresent(this::user))
                .on("zerver_stream[]", element -> element.value().ifPresent(this::stream))
                .on("zerver_recipient[]", element -> element.value().ifPresent(this::recipient))
                .read(file.open());
    }

    /** Notes that the file is damaged. */
    void incomplete() {
        incomplete = true;
    }

    /** True unless the whole file of names was read. */
    boolean isIncomplete() {
        return incomplete || users.isEmpty();
    }

    /** The person with this id; without a name if it is unknown. */
    Sender user(String id) {
        return users.getOrDefault(id, Sender.user(id));
    }

    /** The name of a channel; empty if it is unknown. */
    Optional<String> stream(String id) {
        return Optional.ofNullable(streams.get(id));
    }

    /** The recipient with this id; empty if it is unknown. */
    Optional<Recipient> recipientWith(String id) {
        return Optional.ofNullable(recipients.get(id));
    }

    private void user(JsonNode fields) {
        Sender.Role role = fields.path("is_bot").asBoolean() ? Sender.Role.BOT : Sender.Role.USER;
        Optional<String> name = JsonFields.text(fields, "full_name").or(() -> JsonFields.text(fields, "email"));
        JsonFields.text(fields, "id").ifPresent(id -> users.put(id, new Sender(id, name, role)));
    }

    private void stream(JsonNode fields) {
        JsonFields.text(fields, "id")
                .ifPresent(id -> JsonFields.text(fields, "name").ifPresent(name -> streams.put(id, name)));
    }

    private void recipient(JsonNode fields) {
        JsonFields.text(fields, "id")
                .ifPresent(id -> recipients.put(
                        id,
                        new Recipient(
                                fields.path("type").asText(),
                                fields.path("type_id").asText())));
    }
}
