package io.multichat.jobs.erase;

import io.multichat.events.ChatEvent;
import io.multichat.events.DeadLetter;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import io.multichat.events.codec.EventDecoder;
import io.multichat.events.erasure.ErasureCommand;
import io.multichat.jobs.erase.plan.PlannedErasure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of each command of an erasure. Used by one thread. */
final class CommandOutcomes {
    private static final EventDecoder DECODER = new EventDecoder();

    private final Map<String, PlannedErasure> commands = new LinkedHashMap<>();
    private final Map<String, Refusal> refusals = new HashMap<>();

    /**
     * Why a command was not applied.
     *
     * @param reason a code, such as {@code on-hold}
     * @param detail the same in words
     */
    record Refusal(String reason, String detail) {}

    /** Adds commands. One that a hold blocks is not published, and counts as refused. Returns those to publish. */
    List<PlannedErasure> add(List<PlannedErasure> planned) {
        List<PlannedErasure> toPublish = new ArrayList<>();
        for (PlannedErasure erasure : planned) {
            commands.put(erasure.key(), erasure);
            if (erasure.hold().isPresent()) {
                refusals.put(
                        erasure.key(),
                        new Refusal(
                                RejectReason.ON_HOLD.code(),
                                "the hold " + erasure.hold().get() + " protects it"));
            } else {
                toPublish.add(erasure);
            }
        }
        return toPublish;
    }

    /** True if there is no command for this yet. */
    boolean isNew(PlannedErasure erasure) {
        return !commands.containsKey(erasure.key());
    }

    /** Notes that the topology refused a command. */
    void refused(DeadLetter letter, byte[] value) {
        try {
            ChatEvent event = DECODER.decode(value);
            String key = PlannedErasure.key(event.conversation(), ErasureCommand.of(event));
            refusals.put(key, new Refusal(letter.reason().code(), letter.detail()));
        } catch (InvalidEventException e) {
            throw new IllegalStateException("a command that was published cannot be read", e);
        }
    }

    /** All commands. */
    List<PlannedErasure> all() {
        return List.copyOf(commands.values());
    }

    /** The commands that were applied. */
    List<PlannedErasure> applied() {
        return commands.values().stream()
                .filter(each -> refusal(each).isEmpty())
                .toList();
    }

    Optional<Refusal> refusal(PlannedErasure erasure) {
        return Optional.ofNullable(refusals.get(erasure.key()));
    }
}
