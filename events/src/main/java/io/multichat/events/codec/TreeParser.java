package io.multichat.events.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import io.multichat.events.InvalidEventException;
import io.multichat.events.RejectReason;
import java.io.IOException;
import java.math.BigInteger;

/**
 * Reads the tree of one known field, and refuses numbers that no double can hold.
 *
 * <p>Such a number is beyond what readers of JSON agree on, and an integer of a million digits would take a processor
 * seconds to convert: one event could hold up a partition.
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
