package io.multichat.sinks.archive.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.events.MessagePosition;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.events.SessionStatus;
import io.multichat.reading.MessagePage;
import io.multichat.reading.PageRequest;
import io.multichat.reading.SessionCursor;
import io.multichat.reading.SessionFilter;
import io.multichat.reading.SessionPage;
import io.multichat.reading.StoredMessage;
import io.multichat.sinks.archive.testing.ChatModel;
import io.multichat.sinks.archive.testing.TestArchive;
import io.multichat.sinks.archive.testing.Worker;
import io.multichat.sinks.core.conformance.Scratch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The law of the reader: it gives the same answers as a model in memory, in whatever order the records arrived. */
class ArchiveSessionReaderPropertyTest {
    @Property(tries = 20)
    void answersAsTheModelDoes(@ForAll Random random) throws IOException {
        TestArchive archive = new TestArchive(Scratch.create("archive")).set("archive.commit.records", "25");
        ChatModel model = new ChatModel(random);
        model.arriveIn(archive);
        archiveAll(archive, random);

        try (ArchiveSessionReader reader = new ArchiveSessionReader(archive.root, 1 + random.nextInt(6))) {
            model.sessions.forEach((id, session) ->
                    assertThat(reader.session(id)).contains(model.sessions.get(model.merged.getOrDefault(id, id))));
            model.messages.forEach((id, messages) ->
                    everyPage(reader, model.sessions.get(id), messages, 1 + random.nextInt(messages.size() + 1)));
            everySession(reader, model, filter(model, random), 1 + random.nextInt(5));
        }
        Scratch.remove(archive.root);
    }

    private static void archiveAll(TestArchive archive, Random random) {
        Worker worker = archive.worker().assignAll();
        for (int i = 0; i < 20; i++) {
            worker.poll(1 + random.nextInt(12));
        }
        worker.poll(1_000);
        worker.stop();
        assertThat(worker.context.reported).isEmpty();
    }

    private static void everyPage(
            ArchiveSessionReader reader, SessionSnapshot session, List<StoredMessage> expected, int limit) {
        for (PageRequest.Direction direction : PageRequest.Direction.values()) {
            List<StoredMessage> inDirection = new ArrayList<>(expected);
            if (direction == PageRequest.Direction.BACKWARD) {
                Collections.reverse(inDirection);
            }
            Optional<MessagePosition> after = Optional.empty();
            for (int from = 0; from < inDirection.size(); from += limit) {
                int to = Math.min(inDirection.size(), from + limit);
                MessagePage page = reader.messages(session, new PageRequest(after, limit, direction))
                        .orElseThrow();
                assertThat(page.messages())
                        .usingRecursiveFieldByFieldElementComparator()
                        .containsExactlyElementsOf(inDirection.subList(from, to));
                assertThat(page.more()).isEqualTo(to < inDirection.size());
                after = Optional.of(page.messages().get(to - from - 1).position());
            }
        }
    }

    private static void everySession(ArchiveSessionReader reader, ChatModel model, SessionFilter filter, int limit) {
        List<SessionSnapshot> expected = model.sessions.values().stream()
                .filter(session -> filter.states().contains(session.status().state()))
                .filter(session -> filter.conversation()
                        .map(session.conversation().key()::equals)
                        .orElse(true))
                .filter(session -> filter.platform()
                        .map(session.conversation().platform()::equals)
                        .orElse(true))
                .filter(session -> session.span().startedAt() >= filter.from().orElse(0))
                .filter(session -> session.span().startedAt() < filter.to().orElse(Long.MAX_VALUE))
                .sorted(SessionCursor.NEWEST_FIRST)
                .toList();
        List<SessionSnapshot> actual = new ArrayList<>();
        Optional<SessionCursor> after = Optional.empty();
        do {
            SessionPage page = reader.sessions(filter, after, limit).orElseThrow();
            actual.addAll(page.sessions());
            after = page.next();
        } while (after.isPresent());
        assertThat(actual).isEqualTo(expected);
    }

    private static SessionFilter filter(ChatModel model, Random random) {
        List<SessionId> ids = List.copyOf(model.sessions.keySet());
        SessionSnapshot one = model.sessions.get(ids.get(random.nextInt(ids.size())));
        SessionSnapshot other = model.sessions.get(ids.get(random.nextInt(ids.size())));
        return new SessionFilter(
                random.nextBoolean() ? Optional.of(one.conversation().key()) : Optional.empty(),
                random.nextBoolean() ? Optional.of(one.conversation().platform()) : Optional.empty(),
                random.nextBoolean() ? Set.of() : Set.of(SessionStatus.State.CLOSED, SessionStatus.State.MERGED),
                random.nextBoolean() ? OptionalLong.of(one.span().startedAt()) : OptionalLong.empty(),
                random.nextBoolean() ? OptionalLong.of(other.span().startedAt()) : OptionalLong.empty());
    }
}
