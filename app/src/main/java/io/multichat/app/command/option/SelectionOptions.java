package io.multichat.app.command.option;

import io.multichat.events.ChatEvent;
import io.multichat.events.InvalidEventException;
import io.multichat.events.SessionId;
import io.multichat.events.SessionStatus;
import io.multichat.jobs.export.stage.ConversationPattern;
import io.multichat.jobs.export.stage.ExportSelection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which sessions an export takes. Conditions of different kinds must all hold. */
public final class SelectionOptions {
    @Option(names = "--session", paramLabel = "ID", description = "Session; may be repeated.")
    private List<String> sessions = new ArrayList<>();

    @Option(
            names = "--conversation",
            paramLabel = "PATTERN",
            description =
                    "Conversation with its threads: \"PLATFORM CHANNEL\" or a key such as slack/general; * stands for any text."
                            + " May be repeated.")
    private List<String> conversations = new ArrayList<>();

    @Option(names = "--platform", description = "Platform, not encoded; alone, all its conversations.")
    private String platform;

    @Option(names = "--channel", description = "Channel of the platform, not encoded, with its threads.")
    private String channel;

    @Option(names = "--thread", description = "Thread of the channel, not encoded.")
    private String thread;

    @Option(
            names = "--participant",
            paramLabel = "ID",
            description = "Sender id: sessions in which this sender wrote; may be repeated for any of several.")
    private List<String> participants = new ArrayList<>();

    @Option(names = "--text", description = "Text that a message of the session contains, in any case of its letters.")
    private String text;

    @Option(names = "--state", description = "State of the sessions: open or closed.")
    private SessionStatus.State state;

    @Mixin
    private TimeRangeOptions range;

    /**
     * The selection.
     *
     * @throws UsageException when an option is not valid
     */
    public ExportSelection selection() {
        try {
            return new ExportSelection(
                    sessionIds(),
                    patterns(),
                    Set.copyOf(participants),
                    Optional.ofNullable(text),
                    state == null ? Set.of() : Set.of(state),
                    new ExportSelection.Range(
                            range.from().map(Instant::toEpochMilli).orElse(0L),
                            range.to().map(Instant::toEpochMilli).orElse(ChatEvent.MAX_TIME + 1)));
        } catch (IllegalArgumentException | InvalidEventException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private Set<SessionId> sessionIds() {
        Set<SessionId> ids = new TreeSet<>();
        sessions.forEach(id -> ids.add(SessionId.parse(id)));
        return ids;
    }

    private List<ConversationPattern> patterns() {
        if (platform == null && (channel != null || thread != null)) {
            throw new UsageException("--channel and --thread need --platform");
        }
        if (channel == null && thread != null) {
            throw new UsageException("--thread needs --channel");
        }
        List<ConversationPattern> patterns = new ArrayList<>();
        conversations.forEach(pattern -> patterns.add(ConversationPattern.parse(pattern)));
        if (platform != null) {
            patterns.add(ConversationPattern.of(platform, Optional.ofNullable(channel), Optional.ofNullable(thread)));
        }
        return patterns;
    }
}
