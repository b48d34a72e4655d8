package io.multichat.app.command.erase;

import io.multichat.app.command.option.UsageException;
import io.multichat.events.SessionId;
import io.multichat.jobs.erase.plan.ErasureRequest;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "session",
        description = {
            "Delete sessions with everything in them. Messages that arrive later with a time in them are refused.",
            "Exit code 3 if something is on hold, was refused or is left."
        })
final class EraseSessionCommand implements Callable<Integer> {
    @Mixin
    private RequestOptions request;

    @Parameters(
            arity = "1..*",
            paramLabel = "ID",
            description = "Ids of sessions, as `multichat sessions` prints them.")
    private List<String> ids;

    @Override
    public Integer call() {
        List<SessionId> sessions =
                ids.stream().map(EraseSessionCommand::parsed).distinct().toList();
        return request.answer(ErasureRequest.of(sessions, request.reason()));
    }

    private static SessionId parsed(String id) {
        try {
            return SessionId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new UsageException("\"" + id + "\" is not the id of a session: " + e.getMessage(), e);
        }
    }
}
