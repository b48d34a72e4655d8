package io.multichat.formats.mattermost;

import com.fasterxml.jackson.databind.JsonNode;
import io.multichat.events.EventType;
import io.multichat.events.Sender;
import io.multichat.formats.FoundMessage;
import io.multichat.formats.json.JsonFields;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a post is: a message, a notice, a join or a leave. Old exports have no types of posts, so the text decides.
 *
 * @param type a message (also for a notice), a join or a leave
 * @param sender who wrote, joined or left; the role {@code system} marks a notice
 */
record PostKind(EventType type, Sender sender) {
    private static final Set<String> JOINS =
            Set.of("system_join_channel", "system_join_team", "system_add_to_channel", "system_add_to_team");

    private static final Set<String> LEAVES = Set.of(
            "system_leave_channel", "system_leave_team", "system_remove_from_channel", "system_remove_from_team");

    private static final Pattern NOTICE = Pattern.compile(
            "@?(?<who>\\S+) (?:(?<joined>joined|(?:was )?added to)|left|(?:was )?removed from) the (?:channel|team)"
                    + "(?<by> by @?\\S+)?\\.");

    static PostKind of(String user, JsonNode post) {
        String type = JsonFields.text(post, "type").orElse("");
        Matcher notice = NOTICE.matcher(JsonFields.text(post, "message").orElse(""));
        boolean worded = notice.matches();
        String who = worded ? notice.group("who") : user;
        if (type.isEmpty() && worded && (notice.group("by") != null || who.equals(user))) {
            return presence(post, notice.group("joined") != null, who);
        }
        if (JOINS.contains(type) || LEAVES.contains(type)) {
            return presence(post, JOINS.contains(type), who);
        }
        return new PostKind(
                EventType.MESSAGE_CREATED,
                new Sender(user, Optional.of(user), isSystem(type) ? Sender.Role.SYSTEM : role(post)));
    }

    /** True for a type that only posts of the system have. */
    static boolean isSystem(String type) {
        return type.startsWith("system_");
    }

    /** True for the type of a join or a leave. */
    static boolean isPresence(EventType event, String type) {
        return (event == EventType.PARTICIPANT_JOINED ? JOINS : LEAVES).contains(type);
    }

    /** Only messages can have replies and reactions, so a join that has some is a notice. */
    private static PostKind presence(JsonNode post, boolean joined, String who) {
        if (!post.path("replies").isEmpty() || !post.path("reactions").isEmpty()) {
            return new PostKind(EventType.MESSAGE_CREATED, new Sender(who, Optional.of(who), Sender.Role.SYSTEM));
        }
        return new PostKind(
                joined ? EventType.PARTICIPANT_JOINED : EventType.PARTICIPANT_LEFT, FoundMessage.named(who));
    }

    private static Sender.Role role(JsonNode post) {
        JsonNode props = post.path("props");
        boolean bot =
                props.path("from_webhook").asBoolean() || props.path("from_bot").asBoolean();
        return bot ? Sender.Role.BOT : Sender.Role.USER;
    }
}
