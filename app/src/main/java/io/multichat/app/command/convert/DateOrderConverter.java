package io.multichat.app.command.convert;

import io.multichat.formats.DateOrder;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine;

/** Converts {@code --date-order}, and lists its values. */
public final class DateOrderConverter implements CommandLine.ITypeConverter<DateOrder>, Iterable<String> {
    @Override
    public DateOrder convert(String text) {
        return Arrays.stream(DateOrder.values())
                .filter(order -> name(order).equals(text))
                .findFirst()
                .orElseThrow(() -> new CommandLine.TypeConversionException(
                        "\"" + text + "\" is not an order of day, month and year: dmy, mdy or ymd"));
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(DateOrder.values()).map(DateOrderConverter::name).iterator();
    }

    private static String name(DateOrder order) {
        return order.name().toLowerCase(Locale.ROOT);
    }
}
