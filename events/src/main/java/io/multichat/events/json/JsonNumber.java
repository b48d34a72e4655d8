package io.multichat.events.json;

/** Finds the ends of JSON numbers; each function throws a {@link JsonException} if the number is malformed. */
final class JsonNumber {
    private JsonNumber() {}

    /** The end of the integer part that starts at {@code i}. */
    static int integerEnd(byte[] json, int i) {
        int digits = json[i] == '-' ? i + 1 : i;
        int end = digitsEnd(json, digits);
        if (json[digits] == '0' && end > digits + 1) {
            throw StrictJson.notJson(digits);
        }
        return end;
    }

    /** The end of the optional fraction and exponent after the integer part that ends at {@code i}. */
    static int fractionEnd(byte[] json, int i) {
        int end = i < json.length && json[i] == '.' ? digitsEnd(json, i + 1) : i;
        if (end >= json.length || (json[end] != 'e' && json[end] != 'E')) {
            return end;
        }
        end++;
        boolean signed = end < json.length && (json[end] == '-' || json[end] == '+');
        return digitsEnd(json, signed ? end + 1 : end);
    }

    private static int digitsEnd(byte[] json, int from) {
        int i = from;
        while (i < json.length && json[i] >= '0' && json[i] <= '9') {
            i++;
        }
        if (i == from) {
            throw StrictJson.notJson(from);
        }
        return i;
    }
}
