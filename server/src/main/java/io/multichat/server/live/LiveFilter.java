package io.multichat.server.live;

import io.multichat.events.Conversation;
import io.multichat.events.SessionId;
import io.multichat.events.text.PercentEncoding;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a client follows: a platform, a conversation, a session, or everything.
 *
 * @param platform only conversations of this platform
 * @param conversation only this conversation
 * @param threads true if the threads of the conversation, a channel, are followed too
 * @param session only this session: events that were accepted into it, its snapshots, and erasures in its conversation
 * @param snapshotsOnly true if the client wants snapshots of sessions, and no events
 */
public record LiveFilter(
        Optional<String> platform,
        Optional<Conversation> conversation,
        boolean threads,
        Optional<SessionId> session,
        boolean snapshotsOnly) {
    /** The key of the only conversation whose events the client can want; empty if there may be several. */
    Optional<String> onlyConversation() {
        return conversation.filter(wanted -> !threads).map(Conversation::key);
    }

    /** True if the client wants the event. */
    boolean accepts(LiveEvent event) {
        return !(snapshotsOnly && !event.name().equals(LiveEvent.SNAPSHOT))
                && conversation
                        .map(Conversation::key)
                        .filter(key -> !key.equals(event.conversation())
                                && !(threads && event.conversation().startsWith(key + "/")))
                        .isEmpty()
                && platform.filter(name -> !isOf(name, event)).isEmpty()
                && session.filter(id -> !isAbout(id, event)).isEmpty();
    }

    private static boolean isOf(String platform, LiveEvent event) {
        return event.conversation()
                .startsWith(new String(PercentEncoding.encode(platform), StandardCharsets.US_ASCII) + "/");
    }

    private static boolean isAbout(SessionId session, LiveEvent event) {
        return event.session().equals(Optional.of(session))
                || (event.erases()
                        && Conversation.ofKey(event.conversation()).hash().equals(session.conversationHash()));
    }

    /** True if the log can hold events that the client wants. */
    boolean isIn(LiveLog log, int partitions) {
        return conversation
                        .filter(wanted -> !threads && wanted.partition(partitions) != log.partition())
                        .isEmpty()
                && session.filter(wanted -> wanted.partition(partitions) != log.partition())
                        .isEmpty();
    }
}
