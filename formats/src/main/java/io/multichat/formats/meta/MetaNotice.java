package io.multichat.formats.meta;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.formats.json.JsonFields;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an element of {@code messages} is: a message, a notice, a join or a leave. Newer exports have no types, so the text
 * decides; a notice begins with the name of its sender.
 *
 * @param type a message (also for a notice), a join or a leave
 * @param role the role of the sender of a message
 * @param who the names of those who joined or left
 */
record MetaNotice(EventType type, Sender.Role role, List<String> who) {
    private static final Pattern JOINED = Pattern.compile("joined the group\\.|added .+ to the group\\.");
    private static final Pattern LEFT = Pattern.compile("left the group\\.|removed .+ from the group\\.");
    private static final Pattern NOTICE = Pattern.compile(
            "(?:created the group|named the group .+|changed the (?:group photo|group name.*|theme.*|chat theme.*)"
                    + "|set the (?:nickname|emoji|quick reaction) .+|created a poll: .+|'s poll has multiple updates"
                    + "|(?:started|joined) (?:a|the) (?:video |audio )?(?:call|chat)|missed (?:a|your) .*call)\\.?");
    private static final String NO_POLL = "This poll is no longer available.";

    static MetaNotice of(String sender, JsonNode message) {
        String text = JsonFields.text(message, "content").orElse("");
        String type = JsonFields.text(message, "type").orElse("");
        String said = text.startsWith(sender) ? text.substring(sender.length()).strip() : "";
        boolean joined = type.equals("Subscribe") || JOINED.matcher(said).matches();
        boolean left = type.equals("Unsubscribe") || LEFT.matcher(said).matches();
        // Only messages can have reactions.
        if ((joined || left) && message.path("reactions").isEmpty()) {
            return new MetaNotice(
                    joined ? EventType.PARTICIPANT_JOINED : EventType.PARTICIPANT_LEFT,
                    Sender.Role.USER,
                    users(sender, message));
        }
        boolean notice = isCall(type, message) || isNotice(said, text);
        return new MetaNotice(EventType.MESSAGE_CREATED, notice ? Sender.Role.SYSTEM : Sender.Role.USER, List.of());
    }

    private static boolean isCall(String type, JsonNode message) {
        return type.equals("Call") || message.has("call_duration");
    }

    private static boolean isNotice(String said, String text) {
        return NOTICE.matcher(said).matches() || text.equals(NO_POLL);
    }

    private static List<String> users(String sender, JsonNode message) {
        List<String> users = new ArrayList<>();
        message.path("users").forEach(user -> JsonFields.text(user, "name").ifPresent(users::add));
        return users.isEmpty() ? List.of(sender) : users;
    }
}
