package io.multichat.formats.slack;

import java.util.Set;

/** What a message is, by its {@code subtype}. */
enum SlackKind {
    MESSAGE,
    JOINED,
    LEFT,
    DELETED,
    NOTICE;

    private static final Set<String> MESSAGES = Set.of(
            "",
            "bot_message",
            "me_message",
            "thread_broadcast",
            "reply_broadcast",
            "file_share",
            "file_comment",
            "file_mention",
            "slackbot_response",
            "document_mention",
            "assistant_app_thread");

    /** @param subtype empty for an ordinary message */
    static SlackKind of(String subtype) {
        return switch (subtype) {
            case "channel_join", "group_join" -> JOINED;
            case "channel_leave", "group_leave" -> LEFT;
            case "tombstone" -> DELETED;
            default -> MESSAGES.contains(subtype) ? MESSAGE : NOTICE;
        };
    }
}
