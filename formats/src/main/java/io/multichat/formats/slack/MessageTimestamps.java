package io.multichat.formats.slack;

import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.formats.RefusedException;
import io.multichat.formats.write.ExportContents;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Timestamps for messages of one day, which are their ids in Slack. Messages that came from Slack keep theirs; the others get one from
 * their time and a number that distinguishes messages of the same millisecond. Such a timestamp has nine decimals and those of Slack six, so
 * none is both. Used by one thread.
 */
final class MessageTimestamps {
    /** Joins and leaves are numbered from here on. */
    private static final int FIRST_EVENT = 500_000;

    private final ExportContents contents;
    private final Numbers messages = new Numbers();
    private final Numbers events = new Numbers();

    /** Timestamps of the roots that the replies of the day have. */
    private final Map<String, String> roots = new HashMap<>();

    MessageTimestamps(ExportContents contents) {
        this.contents = contents;
    }

    /** The timestamp of the next message, in the order of time. */
    String of(String id, long millis) {
        return isTimestamp(id, millis) ? id : format(millis, messages.next(millis));
    }

    /** The timestamp of the next join or leave, in the order of time. */
    String ofEvent(String id, long millis) {
        return isTimestamp(id, millis) ? id : format(millis, FIRST_EVENT + events.next(millis));
    }

    /** The timestamp that the root of a thread has, whenever it was sent; the name of the thread if the root is not exported. */
    String ofRoot(Conversation channel, String id) throws IOException {
        String known = roots.get(id);
        if (known != null) {
            return known;
        }
        int number = 0;
        String found = id;
        for (MessagePosition position : contents.sentWith(channel, id)) {
            boolean keeps = isTimestamp(position.messageId(), position.sentAt());
            if (position.messageId().equals(id)) {
                found = keeps ? id : format(position.sentAt(), number);
                break;
            }
            number += keeps ? 0 : 1;
        }
        roots.put(id, found);
        return found;
    }

    /** The timestamp of a time. */
    static String exact(long millis) {
        return String.format(Locale.ROOT, "%d.%03d000", millis / 1_000, millis % 1_000);
    }

    private static boolean isTimestamp(String id, long millis) {
        try {
            return SlackTime.millis(id) == millis;
        } catch (RefusedException e) {
            return false;
        }
    }

    private static String format(long millis, int number) {
        return String.format(Locale.ROOT, "%d.%03d%06d", millis / 1_000, millis % 1_000, number);
    }

    /** Numbers from 0 in each millisecond. */
    private static final class Numbers {
        private long lastMillis = -1;
        private int number;

        int next(long millis) {
            number = millis == lastMillis ? number + 1 : 0;
            lastMillis = millis;
            return number;
        }
    }
}
