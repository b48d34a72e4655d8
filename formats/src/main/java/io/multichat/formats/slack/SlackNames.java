package io.multichat.formats.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.formats.ChatFile;
import io.multichat.formats.json.JsonDocument;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The users and channels that an export lists. Memory grows with their number, not with that of messages. Used by one thread.
 */
final class SlackNames {
    private static final String USERS = "users.json";

    /** Folders are named after channels; direct messages have folders named after their ids. */
    private static final List<String> CHANNELS = List.of("channels.json", "groups.json", "mpims.json", "dms.json");

    private final Map<String, String> users = new HashMap<>();
    private final Map<String, String> channelIds = new HashMap<>();
    private final Set<String> directMessages = new HashSet<>();

    /** True for a file that lists names. */
    static boolean isList(ChatFile file) {
        return file.name().equals(USERS) || CHANNELS.contains(file.name());
    }

    /**
     * Adds the names of a list.
     *
     * @throws IOException when the file is damaged; the names before are kept
     */
    void read(ChatFile list) throws IOException {
        JsonDocument document = new JsonDocument();
        if (list.name().equals(USERS)) {
            document.on("[]", user -> user.value().ifPresent(this::addUser));
        } else {
            document.on("[]", channel -> channel.value().ifPresent(this::addChannel));
        }
        document.read(list.open());
    }

    /** The id of the channel with this name; empty if the export does not list it. Direct messages have only ids. */
    Optional<String> channelId(String name) {
        return Optional.ofNullable(channelIds.get(name))
                .or(() -> Optional.of(name).filter(directMessages::contains));
    }

    /** The name of a user; empty if the export does not list the user. */
    Optional<String> user(String id) {
        return Optional.ofNullable(users.get(id));
    }

    /** The name that Slack shows for a profile. */
    static Optional<String> shownName(JsonNode profile, String username) {
        return Stream.of(
                        profile.path("display_name").asText(""),
                        profile.path("real_name").asText(""),
                        username)
                .filter(name -> !name.isBlank())
                .findFirst();
    }

    private void addChannel(JsonNode channel) {
        String id = channel.path("id").asText();
        if (channel.hasNonNull("name")) {
            channelIds.put(channel.path("name").asText(), id);
        } else {
            directMessages.add(id);
        }
    }

    private void addUser(JsonNode user) {
        shownName(user.path("profile"), user.path("name").asText(""))
                .ifPresent(name -> users.put(user.path("id").asText(), name));
    }
}
