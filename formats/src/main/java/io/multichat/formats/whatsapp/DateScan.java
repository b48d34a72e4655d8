package io.multichat.formats.whatsapp;

import io.multichat.formats.DateOrder;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;

/**
 * Finds the order of day, month and year from all dates of a file: the order in which most dates exist, then the one in which
 * time runs backwards least, then day first. Used by one thread.
 */
final class DateScan {
    private final Map<DateOrder, Fit> fits = new EnumMap<>(DateOrder.class);

    /** How the dates of the file are in one order. */
    private static final class Fit {
        private LocalDateTime last = LocalDateTime.MIN;
        private long impossible;
        private long backwards;

        void add(Header header, DateOrder order) {
            try {
                LocalDateTime at = header.in(order);
                backwards += at.isBefore(last) ? 1 : 0;
                last = at;
            } catch (DateTimeException e) {
                impossible++;
            }
        }

        long impossible() {
            return impossible;
        }

        long backwards() {
            return backwards;
        }
    }

    /**
     * The result.
     *
     * @param order the best order
     * @param certain true when day and month cannot be exchanged
     * @param openDates true when a date is not the same in all orders
     */
    record Result(DateOrder order, boolean certain, boolean openDates) {}

    private boolean openDates;
    private long dates;

    DateScan() {
        for (DateOrder order : DateOrder.values()) {
            fits.put(order, new Fit());
        }
    }

    void add(Header header) {
        openDates |= !header.yearFirst();
        dates++;
        fits.forEach((order, fit) -> fit.add(header, order));
    }

    Result result() {
        DateOrder yearLast = better(DateOrder.MDY, DateOrder.DMY) ? DateOrder.MDY : DateOrder.DMY;
        DateOrder other = yearLast == DateOrder.DMY ? DateOrder.MDY : DateOrder.DMY;
        if (isYearFirst(yearLast)) {
            return new Result(DateOrder.YMD, false, openDates);
        }
        boolean certain = fits.get(other).impossible() > fits.get(yearLast).impossible();
        return new Result(yearLast, certain, openDates);
    }

    /** Few phones write a year of two digits first, and nearly all dates are possible in that order, too. */
    private boolean isYearFirst(DateOrder yearLast) {
        Fit last = fits.get(yearLast);
        Fit first = fits.get(DateOrder.YMD);
        boolean possible = first.impossible() == last.impossible();
        return (possible && first.backwards() < last.backwards())
                || (first.impossible() < last.impossible() && last.impossible() * 2 > dates);
    }

    private boolean better(DateOrder one, DateOrder other) {
        Fit first = fits.get(one);
        Fit second = fits.get(other);
        return first.impossible() < second.impossible()
                || (first.impossible() == second.impossible() && first.backwards() < second.backwards());
    }
}
