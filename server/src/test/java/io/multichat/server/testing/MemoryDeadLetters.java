package io.multichat.server.testing;

import io.multichat.events.DeadLetter;
import io.multichat.events.RejectReason;
import io.multichat.reading.letters.DeadLetterCursor;
import io.multichat.reading.letters.DeadLetterId;
import io.multichat.reading.letters.DeadLetterPage;
import io.multichat.reading.letters.DeadLetterReader;
import io.multichat.reading.letters.DeadLetterRequest;
import io.multichat.reading.letters.StoredDeadLetter;
import io.multichat.server.publish.DeadLetterReplay;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Two dead letters, unless others are given; more follow after the first page. */
public final class MemoryDeadLetters implements DeadLetterReader, DeadLetterReplay {
    private static final List<StoredDeadLetter> LETTERS = List.of(
            letter(1, RejectReason.NOT_JSON, new byte[] {'{', (byte) 0xFF}), letter(0, RejectReason.NULL_VALUE, null));

    /** The letters, newest first. */
    private volatile List<StoredDeadLetter> letters = LETTERS;

    /** The letters that were to be published again. */
    public final List<DeadLetterId> replayed = new CopyOnWriteArrayList<>();

    /** Holds letters with this value, which is also their key. */
    public void hold(int count, byte[] value) {
        StoredDeadLetter first = letter(0, RejectReason.NOT_JSON, value);
        letters = Collections.nCopies(
                count,
                new StoredDeadLetter(first.id(), first.letter(), first.value(), first.value(), first.valueBytes()));
    }

    @Override
    public DeadLetterPage page(DeadLetterRequest request) {
        Stream<StoredDeadLetter> found = letters.stream()
                .filter(letter -> request.reason().orElse(letter.letter().reason())
                        == letter.letter().reason());
        return new DeadLetterPage(
                found.limit(request.limit()).toList(),
                request.before().isPresent()
                        ? Optional.empty()
                        : Optional.of(new DeadLetterCursor(new TreeMap<>(Map.of(0, 1L)))));
    }

    @Override
    public Optional<StoredDeadLetter> letter(DeadLetterId id) {
        return letters.stream().filter(letter -> letter.id().equals(id)).findFirst();
    }

    /** Publishes a letter that has a value. */
    @Override
    public Outcome replay(DeadLetterId id) {
        boolean hasValue = letter(id).flatMap(StoredDeadLetter::value).isPresent();
        replayed.add(id);
        return hasValue
                ? new Outcome(Optional.of("chat-messages"), Optional.empty())
                : new Outcome(Optional.empty(), Optional.of("the record has no value and would be refused again"));
    }

    private static StoredDeadLetter letter(long offset, RejectReason reason, byte[] value) {
        return new StoredDeadLetter(
                new DeadLetterId(0, offset),
                new DeadLetter(
                        reason,
                        "why",
                        new DeadLetter.Source("chat-messages", 3, 17),
                        1_769_850_000_000L,
                        Optional.empty()),
                Optional.empty(),
                Optional.ofNullable(value),
                value == null ? 0 : value.length);
    }
}
