package io.multichat.formats.whatsapp;

import java.util.List;

/** The words by which clocks of twelve hours tell morning from afternoon. */
final class HalfOfDay {
    /** Chinese, Japanese and Korean write them in front of the time. */
    static final String BEFORE = "上午|下午|凌晨|清晨|早上|中午|傍晚|晚上|午前|午後|오전|오후";

    /** {@code PM}, {@code p. m.}, Greek and Arabic. */
    static final String AFTER = "[aApP]\\.?[\\s\\u00A0\\u202F_]?[mM]\\.?|[πμ]\\.[\\s\\u00A0\\u202F]?μ\\.|[صم]";

    private static final List<String> AFTERNOON = List.of("p", "P", "下午", "中午", "傍晚", "晚上", "午後", "오후", "μ", "م");

    private HalfOfDay() {}

    /** The hour of 24. Some languages write 0 instead of 12, and some a clock of 24 hours all the same. */
    static int hour(int hour, String half) {
        boolean afternoon = AFTERNOON.stream().anyMatch(half::startsWith);
        if (afternoon) {
            // Noon may be said of the hour before it.
            return hour < 12 && !(half.equals("中午") && hour == 11) ? hour + 12 : hour;
        }
        return hour == 12 ? 0 : hour;
    }
}
