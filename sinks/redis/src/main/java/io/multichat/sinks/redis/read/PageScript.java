package io.multichat.sinks.redis.read;

import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.reading.MessagePage;
import io.multichat.reading.PageRequest;
import io.multichat.reading.StoredMessage;
import io.multichat.sinks.redis.layout.MessageBody;
import io.multichat.sinks.redis.layout.RedisKeys;
import io.multichat.sinks.redis.link.RedisLink;
import io.multichat.sinks.redis.link.Script;
import io.multichat.sinks.redis.link.ScriptCall;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a page of messages with {@code page.lua}. The script sorts messages of equal time, because Redis orders them by id alone
 * and their order is only in their bodies; so each body is read once, and only those of the page leave Redis.
 */
final class PageScript {
    private static final Script PAGE = Script.of(PageScript.class, MessageBody.LUA_FUNCTIONS, "page.lua");

    private PageScript() {}

    /**
     * One page, read at one instant.
     *
     * @param session open or closed
     * @return empty if Redis does not hold all messages of the session
     */
    static Optional<MessagePage> read(RedisLink redis, SessionSnapshot session, PageRequest request) {
        RedisKeys keys = RedisKeys.of(session.conversation());
        List<byte[]> scriptKeys = List.of(keys.messages(), keys.bodies(), keys.order());
        Object reply = PAGE.run(redis, new ScriptCall(scriptKeys, arguments(session, request)));
        return reply instanceof List<?> parts ? Optional.of(page(parts)) : Optional.empty();
    }

    private static List<byte[]> arguments(SessionSnapshot session, PageRequest request) {
        boolean open = session.status().state() == SessionStatus.State.OPEN;
        boolean forward = request.direction() == PageRequest.Direction.FORWARD;
        List<byte[]> arguments = new ArrayList<>(List.of(
                utf8(Long.toString(session.span().startedAt())),
                utf8(Long.toString(session.span().lastMessageAt())),
                utf8(Long.toString(session.counts().messages())),
                utf8(open ? "open" : "closed"),
                utf8(forward ? "forward" : "backward"),
                utf8(Integer.toString(request.limit())),
                utf8(Integer.toString(MessagePage.MAX_BYTES))));
        request.after()
                .ifPresent(cursor -> arguments.addAll(List.of(
                        utf8(Long.toString(cursor.sentAt())),
                        utf8(Long.toString(cursor.order())),
                        utf8(cursor.messageId()))));
        return arguments;
    }

    private static MessagePage page(List<?> parts) {
        List<StoredMessage> messages = new ArrayList<>(parts.size() / 2);
        for (int i = 1; i < parts.size(); i += 2) {
            messages.add(message((byte[]) parts.get(i), MessageBody.decode((byte[]) parts.get(i + 1))));
        }
        return new MessagePage(List.copyOf(messages), parts.get(0).equals(1L));
    }

    private static StoredMessage message(byte[] id, MessageBody body) {
        return StoredMessage.of(
                body.position(new String(id, StandardCharsets.UTF_8)).orElseThrow(),
                body.message().orElseThrow());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
