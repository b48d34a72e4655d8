package io.multichat.formats.irc;

import io.multichat.events.text.WholeNumbers;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the path of a log says about it.
 *
 * @param channel the channel or nick; empty if the path names none
 * @param date the date; empty if the path has none
 */
record IrcName(Optional<String> channel, Optional<LocalDate> date) {
    private static final Pattern DATE = Pattern.compile("(?<!\\d)(\\d{4})[-_.]?(\\d{2})[-_.]?(\\d{2})(?!\\d)");

    /** {@code 31Jan2026}, as eggdrop writes it. */
    private static final Pattern NAMED_MONTH = Pattern.compile("(?<day>\\d{2})(?<month>[A-Z][a-z]{2})(?<year>\\d{4})");

    private static final Pattern EXTENSION =
            Pattern.compile("(?:\\.(?:log|txt|weechatlog|raw|ascii|irc|gz|zst))++$", Pattern.CASE_INSENSITIVE);

    /** {@code irc.libera.#channel.weechatlog}. */
    private static final Pattern WEECHAT = Pattern.compile("irc\\.[^.]+\\.(.+)\\.weechatlog");

    /** @param path with slashes; the last name may be a date alone, as in {@code libera/#channel/2026-01-31.log} */
    static IrcName of(String path) {
        String[] names = path.split("/");
        String last = withMonthAsNumber(names[names.length - 1]);
        Matcher weechat = WEECHAT.matcher(last);
        if (weechat.matches()) {
            return new IrcName(Optional.of(weechat.group(1)), Optional.empty());
        }
        Optional<LocalDate> date = date(last);
        String channel = channel(last);
        if (channel.isEmpty() && names.length > 1) {
            channel = channel(names[names.length - 2]);
        }
        return new IrcName(Optional.of(channel).filter(name -> !name.isEmpty()), date);
    }

    private static String withMonthAsNumber(String name) {
        Matcher date = NAMED_MONTH.matcher(name);
        Optional<Month> month = date.find() ? IrcStamp.month(date.group("month")) : Optional.empty();
        return month.map(found -> name.replace(
                        date.group(),
                        String.format(
                                Locale.ROOT, "%s-%02d-%s", date.group("year"), found.getValue(), date.group("day"))))
                .orElse(name);
    }

    private static Optional<LocalDate> date(String name) {
        Matcher date = DATE.matcher(name);
        if (!date.find()) {
            return Optional.empty();
        }
        int[] parts = Arrays.stream(new int[] {1, 2, 3})
                .map(group -> WholeNumbers.parseInt(date.group(group)))
                .toArray();
        try {
            return Optional.of(LocalDate.of(parts[0], parts[1], parts[2]));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String channel(String name) {
        String bare = EXTENSION.matcher(name).replaceFirst("");
        Matcher date = DATE.matcher(bare);
        String channel = date.find() ? bare.substring(0, date.start()) + bare.substring(date.end()) : bare;
        return channel.replaceFirst("^[-_. ]+", "").replaceFirst("[-_. ]+$", "");
    }
}
