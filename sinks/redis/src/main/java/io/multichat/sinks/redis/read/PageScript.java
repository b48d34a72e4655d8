package io.multichat.sinks.redis.read;

import io.multichat.events.MessagePosition;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.reading.PageRequest;
import io.multichat.sinks.redis.link.RedisKeys;
import io.multichat.sinks.redis.link.RedisLink;
import io.multichat.sinks.redis.link.Script;
import io.multichat.sinks.redis.link.ScriptCall;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds where the messages of a page are. Redis orders messages of equal time by id alone; the one order needs the order in
 * their bodies, so {@code page.lua} gives whole ties, which are sorted here.
 */
final class PageScript {
    private static final Script PAGE = Script.beside(PageScript.class, "page.lua");

    private PageScript() {}

    /**
     * The places of the page in the direction of reading, and one more when further messages follow.
     *
     * @return empty when Redis does not hold all messages of the session
     */
    static Optional<List<MessagePosition>> find(
            RedisLink redis, RedisKeys keys, SessionSnapshot session, PageRequest request) {
        List<byte[]> scriptKeys = List.of(keys.messages(), keys.bodies(), keys.order());
        if (!(PAGE.run(redis, new ScriptCall(scriptKeys, arguments(session, request))) instanceof List<?> candidates)) {
            return Optional.empty();
        }
        Comparator<MessagePosition> direction = request.direction() == PageRequest.Direction.FORWARD
                ? Comparator.naturalOrder()
                : Comparator.reverseOrder();
        return Optional.of(positions(candidates).stream()
                .filter(found -> request.after()
                        .map(cursor -> direction.compare(found, cursor) > 0)
                        .orElse(true))
                .sorted(direction)
                .limit(request.limit() + 1L)
                .toList());
    }

    private static List<byte[]> arguments(SessionSnapshot session, PageRequest request) {
        boolean open = session.status().state() == SessionStatus.State.OPEN;
        return List.of(
                ascii(Long.toString(session.span().startedAt())),
                ascii(Long.toString(session.span().lastMessageAt())),
                ascii(Long.toString(session.counts().messages())),
                ascii(open ? "open" : "closed"),
                ascii(request.direction() == PageRequest.Direction.FORWARD ? "forward" : "backward"),
                ascii(request.after()
                        .map(cursor -> Long.toString(cursor.sentAt()))
                        .orElse("")),
                ascii(Integer.toString(request.limit())));
    }

    private static List<MessagePosition> positions(List<?> candidates) {
        List<MessagePosition> positions = new ArrayList<>(candidates.size() / 3);
        for (int i = 0; i < candidates.size(); i += 3) {
            positions.add(new MessagePosition(
                    Long.parseLong(text(candidates.get(i + 1))),
                    Long.parseLong(text(candidates.get(i + 2))),
                    text(candidates.get(i))));
        }
        return positions;
    }

    private static String text(Object reply) {
        return new String((byte[]) reply, StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
