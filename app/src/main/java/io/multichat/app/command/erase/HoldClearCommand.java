package io.multichat.app.command.erase;

import io.multichat.events.ChatEvent;
import io.multichat.events.EventType;
import io.multichat.events.erasure.ErasureCommand;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "clear",
        description =
                "Clear a hold. This erases nothing: repeat the erasures that it blocked. The stores keep a record of the hold.")
final class HoldClearCommand implements Callable<Integer> {
    @Mixin
    private HoldOptions hold;

    @Override
    public Integer call() {
        hold.publish(EventType.HOLD_CLEARED, ErasureCommand.ofHold(hold.id(), Optional.empty(), 0, ChatEvent.MAX_TIME));
        return 0;
    }
}
