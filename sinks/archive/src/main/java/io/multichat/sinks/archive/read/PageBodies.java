package io.multichat.sinks.archive.read;

import io.multichat.events.EventType;
import io.multichat.events.MessagePosition;
import io.multichat.events.Revision;
import io.multichat.events.codec.EventDecoder;
import io.multichat.reading.StoredMessage;
import io.multichat.sinks.archive.segment.TranscriptLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What shows of the messages of a page: of all versions of a message the greatest, see {@link Revision}. Holds one version of
 * each. Used by one thread.
 */
final class PageBodies {
    private final PagePlaces places;
    private final Map<String, Body> byId = new HashMap<>();
    private final EventDecoder decoder = new EventDecoder();

    private static final class Body {
        private final MessagePosition place;
        private Revision greatest = new Revision(-1, 0, new byte[0]);
        private boolean misplaced;

        Body(MessagePosition place) {
            this.place = place;
        }
    }

    PageBodies(PagePlaces places) {
        this.places = places;
        places.inOrder().forEach(place -> byId.put(place.messageId(), new Body(place)));
    }

    /** To be called with every line of the session. */
    void take(TranscriptLine line) {
        EventType kind = line.placement().kind();
        if (!kind.isOfMessage()) {
            return;
        }
        Body body = byId.get(line.messageId());
        if (body == null) {
            return;
        }
        Revision revision = Revision.of(decoder.decode(line.event()), line.event());
        if (revision.compareTo(body.greatest) > 0) {
            body.greatest = revision;
        }
        body.misplaced |= kind == EventType.MESSAGE_CREATED && line.position().compareTo(body.place) < 0;
    }

    /** The messages in the direction of reading; those whose place is elsewhere, where they were created before, are left out. */
    List<StoredMessage> messages() {
        List<StoredMessage> messages = new ArrayList<>();
        for (MessagePosition place : places.inOrder()) {
            Body body = byId.get(place.messageId());
            if (!body.misplaced) {
                messages.add(new StoredMessage(place, body.greatest.value(), body.greatest.rank() == 2));
            }
        }
        return messages;
    }
}
