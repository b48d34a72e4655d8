package io.multichat.events;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.multichat.events.codec.EventDecoder;
import java.nio.charset.StandardCharsets;

/** Returns why a decoder rejects a value; fails if it does not. */
public final class Rejections {
    private static final EventDecoder DECODER = new EventDecoder();

    private Rejections() {}

    public static RejectReason of(EventJson event) {
        return of(event.bytes());
    }

    public static RejectReason of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static RejectReason of(byte[] value) {
        return rejection(value).reason();
    }

    /** The exception itself, for tests of its message. */
    public static InvalidEventException rejection(byte[] value) {
        InvalidEventException rejection =
                catchThrowableOfType(InvalidEventException.class, () -> DECODER.decode(value));
        if (rejection == null) {
            throw new AssertionError("the decoder accepted what it should refuse");
        }
        return rejection;
    }
}
