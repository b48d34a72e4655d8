package io.multichat.app.settings.kind;

import io.multichat.events.text.Sizes;
import java.util.OptionalLong;

/**
 * A number of bytes such as {@code 64KiB} or {@code 16MiB}.
 *
 * @param min the smallest allowed, in bytes
 * @param max the largest allowed, in bytes
 */
public record SizeKind(int min, int max) implements ValueKind<Integer> {
    @Override
    public Integer parse(String text) {
        OptionalLong bytes = Sizes.parse(text);
        if (bytes.isEmpty() || bytes.getAsLong() < min || bytes.getAsLong() > max) {
            throw new IllegalArgumentException("not a size in the range");
        }
        return (int) bytes.getAsLong();
    }

    @Override
    public String rule() {
        return "a size from " + Sizes.format(min) + " to " + Sizes.format(max) + ", such as 64KiB";
    }
}
