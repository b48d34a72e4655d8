package io.multichat.events.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import java.io.IOException;
import java.math.BigInteger;

/**
 * Parses a tree and rejects numbers beyond the range of a double.
 *
 * <p>JSON readers do not agree on such numbers, and converting an integer of a million digits takes seconds: a single event
 * could block a partition.
 */
final class TreeParser extends JsonParserDelegate {
    /** A sign and the digits of the largest double. */
    private static final int MAX_INTEGER_LENGTH = 310;

    private final String field;

    TreeParser(String field, JsonParser parser) {
        super(parser);
        this.field = field;
    }

    @Override
    public BigInteger getBigIntegerValue() throws IOException {
        if (getTextLength() > MAX_INTEGER_LENGTH) {
            throw outOfRange();
        }
        return super.getBigIntegerValue();
    }

    @Override
    public double getDoubleValue() throws IOException {
        double value = super.getDoubleValue();
        if (Double.isInfinite(value)) {
            throw outOfRange();
        }
        return value;
    }

    private InvalidEventException outOfRange() {
        return new InvalidEventException(
                RejectReason.INVALID_VALUE, field + " holds a number beyond the range of a double");
    }
}
