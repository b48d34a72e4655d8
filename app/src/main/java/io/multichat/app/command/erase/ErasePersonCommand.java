package io.multichat.app.command.erase;

import io.multichat.app.command.option.UsageException;
import io.multichat.jobs.erase.plan.ErasureRequest;
import io.multichat.reading.erase.Person;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "person",
        description = {
            "Erase the texts and the names of one sender: messages with all their edits, edits of other messages, reactions, joins and"
                    + " leaves, in every conversation.",
            "Messages stay as empty positions, so sessions and the messages of others do not change. Mentions by others stay.",
            "Exit code 3 if something is on hold, was refused or is left."
        })
final class ErasePersonCommand implements Callable<Integer> {
    @Mixin
    private RequestOptions request;

    @Option(names = "--platform", description = "Platform on which the id is valid, not encoded.")
    private String platform;

    @Option(names = "--all-platforms", description = "All platforms, if the id stands for the same person on each.")
    private boolean allPlatforms;

    @Option(names = "--id", required = true, description = "Id of the sender, as `multichat show --json` prints it.")
    private String id;

    @Override
    public Integer call() {
        if ((platform == null) != allPlatforms) {
            throw new UsageException("name the platform of the id with --platform, or give --all-platforms");
        }
        return request.answer(ErasureRequest.of(new Person(Optional.ofNullable(platform), id), request.reason()));
    }
}
