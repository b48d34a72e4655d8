package io.multichat.app.command.erase;

import io.multichat.app.command.convert.TimeConverter;
import io.multichat.app.command.option.UsageException;
import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.erasure.ErasureCommand;
import io.multichat.events.erasure.ParticipantHash;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "set",
        description = {
            "Set a hold on a conversation, or on one person's content in it. Setting it again replaces it.",
            "The hold of a person also protects every session in which that person may have written."
        })
final class HoldSetCommand implements Callable<Integer> {
    @Mixin
    private HoldOptions hold;

    @Option(names = "--person", paramLabel = "ID", description = "Only the content of the sender with this id.")
    private String person;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Start of the protected time, included (default: none).")
    private Instant from;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "End of the protected time, included (default: none). A date stands for its first moment.")
    private Instant until;

    @Override
    public Integer call() {
        if (from != null && until != null && until.isBefore(from)) {
            throw new UsageException("--until is before --from, so the hold would protect nothing");
        }
        Optional<ParticipantHash> participant =
                Optional.ofNullable(person).map(id -> ParticipantHash.of(hold.conversation(), id));
        hold.publish(
                EventType.HOLD_SET,
                ErasureCommand.ofHold(
                        hold.id(),
                        participant,
                        from == null ? 0 : from.toEpochMilli(),
                        until == null ? ChatEvent.MAX_TIME : until.toEpochMilli()));
        return 0;
    }
}
